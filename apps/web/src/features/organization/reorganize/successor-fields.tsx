import type { MadeUnit } from '@bantin/shared/reorganizations'
import { unitKinds } from '@bantin/shared/units'
import { useId } from 'react'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { useReorganizationText } from '../../../lib/i18n/desk/use-reorganization-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, ChoiceProblem } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/field.tsx'
import type { NamedItem } from '../../../ui/search-choice.tsx'
import { Chosen, SearchField } from '../../../ui/search-field.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import styles from '../organization.module.css'
import { ParentField } from '../units/parent-field.tsx'
import type { DraftSuccessor, Lack } from './plan-draft.ts'
import { sayLack } from './plan-fault.ts'

interface SuccessorFieldsProps {
  title: string
  one: DraftSuccessor
  units: readonly NamedItem[]
  mayStandAlone: boolean
  lack: Lack | null
  onChange: (one: DraftSuccessor) => void
  onRemove: (() => void) | null
}

/** What follows: a unit that is there, found by typing, or a new one. */
export function SuccessorFields(props: SuccessorFieldsProps) {
  const { title, one, units, lack, onChange, onRemove } = props
  const words = useReorganizationText()
  const id = useId()
  const problem = sayLack(lack, `unit-${one.key}`, words.lacks)
  return (
    <fieldset className={styles.row}>
      <legend>{title}</legend>
      {(['made', 'known'] as const).map((how) => (
        <Choice key={how} type="radio" name={`how-${one.key}`} checked={one.how === how} onChange={() => onChange({ ...one, how })}>
          {words.how[how]}
        </Choice>
      ))}
      {one.how === 'made' ? (
        <Made {...props} />
      ) : (
        <SearchField id={id} label={words.find} items={units} onChoose={(unit) => onChange({ ...one, unit })}>
          <ChoiceProblem>{problem}</ChoiceProblem>
          <Chosen label={words.chosen} item={one.unit} />
        </SearchField>
      )}
      {onRemove ? (
        <div>
          <Button variant="quiet" onClick={onRemove}>
            {words.removeSuccessor}
          </Button>
        </div>
      ) : null}
    </fieldset>
  )
}

function Made({ one, units, mayStandAlone, lack, onChange }: SuccessorFieldsProps) {
  const words = useReorganizationText()
  const { kinds, adding } = useOrganizationText()
  const { parent } = one
  const set = (change: Partial<DraftSuccessor>): void => onChange({ ...one, ...change })
  return (
    <>
      <TextField
        label={adding.name}
        required
        maxLength={200}
        autoComplete="off"
        defaultValue={one.name}
        onChange={(event) => set({ name: event.target.value })}
        error={sayLack(lack, `name-${one.key}`, words.lacks)}
      />
      <TextField
        label={adding.shortName}
        maxLength={60}
        autoComplete="off"
        defaultValue={one.shortName}
        onChange={(event) => set({ shortName: event.target.value })}
      />
      <SelectField
        label={adding.kind}
        value={one.kind}
        onValue={(kind) => set({ kind: kind as MadeUnit['kind'] })}
        choices={unitKinds.map((value) => ({ value, label: kinds[value] }))}
      />
      <ParentField
        label={adding.parent}
        words={adding}
        items={units}
        parent={parent === undefined ? { id: '', name: words.sameParent } : parent}
        onParent={(next) => set({ parent: next })}
        mayStandAlone={mayStandAlone}
        problem={sayLack(lack, `parent-${one.key}`, words.lacks)}
      />
    </>
  )
}
