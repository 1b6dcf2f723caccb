import type { ReorganizationEffects } from '@bantin/shared/reorganizations'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { formatDate } from '../../../lib/format.ts'
import { useReorganizationText } from '../../../lib/i18n/desk/use-reorganization-text.ts'
import { useLocale } from '../../../lib/i18n/locale.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, Choices } from '../../../ui/choices.tsx'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import { Outline } from '../../../ui/paged-list.tsx'
import type { Saying } from '../../../ui/said-line.tsx'
import styles from '../organization.module.css'
import { useRefusal } from '../use-refusal.ts'
import { countEffects, EffectsView } from './effects-view.tsx'
import { planOf } from './plan-draft.ts'
import { placeOf } from './plan-fault.ts'
import { reorganizeMutation, trialQuery } from './reorganizations.api.ts'
import { StepButtons } from './step-buttons.tsx'
import type { Wizard } from './use-wizard.ts'

/** Which appointments go on in what follows: those that are tried to. */
export function AppointmentsStep({ wizard }: { wizard: Wizard }) {
  const words = useReorganizationText()
  const { draft, change } = wizard
  return (
    <Tried wizard={wizard}>
      {({ appointments }) =>
        appointments.length === 0 ? (
          <p className={styles.soft}>{words.noAppointments}</p>
        ) : (
          <Choices legend={words.goOn}>
            {appointments.map(({ id, person, post, unit }) => (
              <Choice
                key={id}
                type="checkbox"
                checked={!draft.ending.includes(id)}
                onChange={({ target }) =>
                  change({ ending: target.checked ? draft.ending.filter((one) => one !== id) : [...draft.ending, id] })
                }
                hint={unit.name}
              >
                {`${person.name}, ${post}`}
              </Choice>
            ))}
          </Choices>
        )
      }
    </Tried>
  )
}

/** Everything it would do, and the button that does it. */
export function PreviewStep({ wizard, saying }: { wizard: Wizard; saying: Saying }) {
  const { draft } = wizard
  return draft.ending.length === 0 ? (
    <Preview wizard={wizard} held={null} saying={saying} />
  ) : (
    <Tried wizard={wizard} isLast>
      {({ appointments }) => <Preview wizard={wizard} held={appointments.map(({ id }) => id)} saying={saying} />}
    </Tried>
  )
}

function Preview({ wizard, held, saying }: { wizard: Wizard; held: readonly string[] | null; saying: Saying }) {
  const words = useReorganizationText()
  const locale = useLocale()
  const refusal = useRefusal()
  const { mutate, isPending: busy } = useMutation(reorganizeMutation())
  const on = formatDate(wizard.draft.on, locale)
  const act = (): void => {
    saying.hush()
    mutate(
      { plan: planOf(wizard.draft, held), key: wizard.key },
      {
        onSuccess: (effects) => {
          wizard.clear()
          saying.done(words.done(countEffects(effects), on))
        },
        onError: (error) => saying.failed(refusal(error, words.away).text),
      },
    )
  }
  return (
    <Tried wizard={wizard} held={held} isLast>
      {(effects) => (
        <>
          <p role="status">{words.would(countEffects(effects), on)}</p>
          <EffectsView effects={effects} />
          <p className={styles.soft}>{words.articles(effects.articles)}</p>
          <StepButtons wizard={wizard}>
            <ConfirmButton
              variant="primary"
              busy={busy}
              title={words.confirmTitle}
              lead={words.confirmLead(countEffects(effects), on)}
              confirm={words.submit}
              onConfirm={act}
            >
              {busy ? words.doing : words.submit}
            </ConfirmButton>
          </StepButtons>
        </>
      )}
    </Tried>
  )
}

interface TriedProps {
  wizard: Wizard
  held?: readonly string[] | null
  /** The last step has the way back beside what there is to do. */
  isLast?: boolean
  children: (effects: ReorganizationEffects) => ReactNode
}

/** What the plan would do; or why it cannot be done, with the way to the step that it is about. */
function Tried({ wizard, held = null, isLast = false, children }: TriedProps) {
  const words = useReorganizationText()
  const refusal = useRefusal()
  const { data, error, refetch } = useQuery(trialQuery(planOf(held ? wizard.draft : { ...wizard.draft, ending: [] }, held)))
  if (data) return children(data)
  if (!error) {
    return (
      <>
        <Outline />
        {isLast ? <StepButtons wizard={wizard} /> : null}
      </>
    )
  }
  const { field, text } = refusal(error, words.away)
  const isAlone = field?.startsWith('unitIds') ?? false
  const place = placeOf(field, wizard.draft)
  const said = isAlone ? words.oneMore : text
  const buttons = (
    <>
      <Button onClick={() => wizard.go(place.step, { field: place.field, text: said })}>{words.mend(words.steps[place.step])}</Button>
      <Button variant="quiet" onClick={() => void refetch()}>
        {words.again}
      </Button>
    </>
  )
  return (
    <div className={styles.lines}>
      <p role="alert" className={styles.problem}>
        {said}
      </p>
      {isLast ? <StepButtons wizard={wizard}>{buttons}</StepButtons> : <div>{buttons}</div>}
    </div>
  )
}
