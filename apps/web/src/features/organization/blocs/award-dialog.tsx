import type { EditorialBlocYear } from '@bantin/shared/editorial-emulation'
import { useId } from 'react'
import { useBlocsText } from '../../../lib/i18n/desk/use-blocs-text.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { AskForm } from '../../../ui/ask-form.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Chosen, SearchField } from '../../../ui/search-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import styles from '../organization.module.css'
import { usePeopleSearch } from '../people/use-people-search.ts'
import { type AwardForm, type AwardTask, useAward } from './use-award.ts'

export type { AwardTask } from './use-award.ts'

interface AwardDialogProps {
  year: EditorialBlocYear
  task: AwardTask
  onSaved: (said: string) => void
  onClose: () => void
}

/** Asks who is commended with what, and by which decision, which is needed once it is decided. */
export function AwardDialog({ year, task, onSaved, onClose }: AwardDialogProps) {
  const { cancel } = useDeskText()
  const { save, saving } = useOrganizationText()
  const words = useBlocsText().awards
  const award = useAward(year, task, onSaved)
  const { form, busy } = award
  const titles = { add: words.addTitle, edit: words.editTitle, decide: words.decideTitle }
  const actions = (
    <>
      <Button variant="primary" busy={busy} onClick={form.submit}>
        {busy ? saving : task.kind === 'decide' ? words.decideDo : save}
      </Button>
      <Button onClick={onClose}>{cancel}</Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={titles[task.kind]} actions={actions}>
      <AskForm form={form} busy={busy} className={styles.fields}>
        <ChoiceProblem>{form.problems.all}</ChoiceProblem>
        <TextField
          name="title"
          label={words.name}
          required
          maxLength={300}
          autoComplete="off"
          defaultValue={award.known?.title ?? ''}
          error={form.problems.title}
        />
        <Winner year={year} award={award} />
        <Decision award={award} />
      </AskForm>
    </Dialog>
  )
}

function Winner({ year, award }: { year: EditorialBlocYear; award: AwardForm }) {
  const words = useBlocsText().awards
  const people = usePeopleSearch()
  const id = useId()
  const { kind, setKind, winner, setWinner } = award
  const units = year.members.map(({ unitId, name }) => ({ id: unitId, name }))
  const below = (
    <>
      <ChoiceProblem>{award.form.problems.winner}</ChoiceProblem>
      <Chosen label={words.chosen} item={winner} />
    </>
  )
  return (
    <>
      <SelectField
        label={words.kind}
        value={kind}
        choices={(['unit', 'person'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        onValue={(value) => setKind(value === 'person' ? 'person' : 'unit')}
      />
      {kind === 'unit' ? (
        <SearchField key="unit" id={`${id}-unit`} label={words.unit} items={units} onChoose={setWinner}>
          {below}
        </SearchField>
      ) : (
        <SearchField key="person" id={`${id}-person`} label={words.person} items={people.items} search={people.search} onChoose={setWinner}>
          {below}
        </SearchField>
      )}
    </>
  )
}

function Decision({ award: { known, form, isDecided } }: { award: AwardForm }) {
  const words = useBlocsText().awards
  return (
    <>
      <TextField
        name="authority"
        label={words.authority}
        hint={words.authorityHint}
        required={isDecided}
        maxLength={200}
        autoComplete="off"
        defaultValue={known?.authority ?? ''}
        error={form.problems.authority}
      />
      <div className={styles.pair}>
        <TextField name="decisionNo" label={words.decisionNo} maxLength={100} autoComplete="off" defaultValue={known?.decisionNo ?? ''} />
        <TextField type="date" name="on" label={words.on} required={isDecided} defaultValue={known?.on ?? ''} error={form.problems.on} />
      </div>
    </>
  )
}
