import { appointmentKinds } from '@bantin/shared/people'
import { useId } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field, TextField } from '../../../ui/field.tsx'
import { Chosen, SearchField } from '../../../ui/search-field.tsx'
import styles from '../organization.module.css'
import { usePeopleSearch } from '../people/use-people-search.ts'
import type { HoldingTask } from './post-task.ts'
import { type HoldingForm, useHolding } from './use-holding.ts'

interface HoldingDialogProps {
  task: HoldingTask
  today: string
  onSaved: (person: string) => void
  onClose: () => void
}

/** Asks who holds a post, how, how long and by which decision. A rule that would be broken is said at its field. */
export function HoldingDialog({ task, today, onSaved, onClose }: HoldingDialogProps) {
  const { cancel } = useDeskText()
  const { save, saving } = useOrganizationText()
  const holding = useHolding(task, onSaved)
  const { form, busy } = holding
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? saving : save}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={useTitle(task)} actions={actions}>
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        {task.kind === 'add' ? <Person holding={holding} /> : null}
        {task.kind === 'end' ? <LastDay holding={holding} today={today} /> : <Details holding={holding} task={task} />}
      </AskForm>
    </Dialog>
  )
}

function useTitle(task: HoldingTask): string {
  const words = useUnitText().holding
  if (task.kind === 'add') return words.addTitle(task.post.name)
  const { name } = task.appointment.person
  return task.kind === 'end' ? words.endTitle(name) : words.editTitle(name, task.post.name)
}

function Person({ holding }: { holding: HoldingForm }) {
  const words = useUnitText().holding
  const people = usePeopleSearch()
  return (
    <SearchField id={useId()} label={words.person} items={people.items} search={people.search} onChoose={holding.choose}>
      <p className={styles.soft}>{words.personHint}</p>
      <ChoiceProblem>{holding.form.problems.personId}</ChoiceProblem>
      <Chosen label={words.chosen} item={holding.person} />
    </SearchField>
  )
}

function LastDay({ holding, today }: { holding: HoldingForm; today: string }) {
  const words = useUnitText().holding
  const { through } = holding.form.problems
  return <TextField type="date" name="through" label={words.lastDay} required defaultValue={today} error={through} />
}

function Details({ holding, task }: { holding: HoldingForm; task: HoldingTask }) {
  const words = useUnitText().holding
  const { days } = useOrganizationText()
  const { problems } = holding.form
  const known = task.kind === 'add' ? null : task.appointment
  return (
    <>
      <Field label={words.kind}>
        {(control) => (
          <select {...control} name="kind" defaultValue={known?.kind ?? 'substantive'}>
            {appointmentKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles.pair}>
        <TextField type="date" name="from" label={days.from} hint={days.since} defaultValue={known?.from ?? ''} error={problems.from} />
        <TextField
          type="date"
          name="through"
          label={days.through}
          hint={days.open}
          defaultValue={known?.through ?? ''}
          error={problems.through}
        />
      </div>
      <TextField name="decisionNo" label={words.decisionNo} maxLength={100} autoComplete="off" defaultValue={known?.decisionNo ?? ''} />
    </>
  )
}
