import type { HandOverSheet } from '@bantin/shared/hand-over'
import { useEffect, useId, useRef } from 'react'
import { useHandOverText } from '../../lib/i18n/desk/use-hand-over-text.ts'
import { Choice } from '../../ui/choices.tsx'
import { Chosen, SearchField } from '../../ui/search-field.tsx'
import styles from './hand-over-dialog.module.css'
import type { ArticleLink } from './hand-over-part.tsx'
import { HandOverParts } from './hand-over-parts.tsx'
import { needsSuccessor, sayPlan } from './plan.ts'
import type { HandOverWork } from './use-hand-over.ts'

interface HandOverSheetFormProps {
  sheet: HandOverSheet
  work: HandOverWork
  articleLink: ArticleLink
}

/** Who takes over, what will happen, and the decision about each part. */
export function HandOverSheetForm({ sheet, work, articleLink }: HandOverSheetFormProps) {
  const words = useHandOverText()
  const { plan, decide } = work
  return (
    <form className={styles.sheet} noValidate onSubmit={(event) => event.preventDefault()}>
      <Refused work={work} />
      {needsSuccessor(sheet, plan) ? <Successor sheet={sheet} work={work} /> : null}
      <Summary sheet={sheet} work={work} />
      <HandOverParts sheet={sheet} plan={plan} onDecide={decide} articleLink={articleLink} />
      <section className={styles.part}>
        <h3>{words.parts.account}</h3>
        {sheet.user.disabledAt === null ? (
          <Choice
            type="checkbox"
            checked={plan.disable}
            hint={words.disableHint}
            onChange={(event) => decide({ disable: event.target.checked })}
          >
            <strong>{words.disable}</strong>
          </Choice>
        ) : (
          <p>{words.alreadyDisabled}</p>
        )}
      </section>
    </form>
  )
}

/** Stands before the parts, so that it is read before the button is pressed, and follows each decision. */
function Summary({ sheet, work }: Pick<HandOverSheetFormProps, 'sheet' | 'work'>) {
  const words = useHandOverText()
  return (
    <section className={styles.summary}>
      <h3>{words.summary}</h3>
      <ul aria-live="polite">
        {sayPlan(sheet, work.plan, work.successor?.name ?? null, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

function Successor({ sheet, work }: Pick<HandOverSheetFormProps, 'sheet' | 'work'>) {
  const words = useHandOverText()
  const id = useId()
  useEffect(() => {
    if (work.isMissing) document.getElementById(id)?.focus()
  }, [work.isMissing, id])
  if (sheet.successors.length === 0) return <p className={styles.problem}>{words.noSuccessors}</p>
  return (
    <SearchField id={id} label={words.successor} items={sheet.successors} onChoose={work.choose}>
      <p role="alert" className={styles.problem}>
        {work.isMissing ? words.successorMissing : ''}
      </p>
      <Chosen label={words.chosen} item={work.successor} />
    </SearchField>
  )
}

/** Stands above all, and is brought into sight: the button is at the other end of the sheet. */
function Refused({ work: { refusal } }: Pick<HandOverSheetFormProps, 'work'>) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) place.current?.focus()
  }, [refusal])
  return (
    <div ref={place} role="alert" tabIndex={-1} className={styles.problem}>
      {refusal ? (
        <>
          <p>{refusal.text}</p>
          {refusal.faults.length > 0 ? (
            <ul>
              {refusal.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
