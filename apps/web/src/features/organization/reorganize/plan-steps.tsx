import { useId } from 'react'
import { useReorganizationText } from '../../../lib/i18n/desk/use-reorganization-text.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice, ChoiceProblem, Choices } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/field.tsx'
import type { NamedItem } from '../../../ui/search-choice.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import styles from '../organization.module.css'
import { type DraftSuccessor, intoOf, successor, unitsOf, verbs } from './plan-draft.ts'
import { sayLack } from './plan-fault.ts'
import { SuccessorFields } from './successor-fields.tsx'
import type { Wizard } from './use-wizard.ts'

export interface StepProps {
  wizard: Wizard
  /** The units of the day that may be changed. */
  units: readonly NamedItem[]
  mayStandAlone: boolean
}

/** What is done, and from which day on it holds. */
export function WhatStep({ wizard: { draft, lack, change } }: StepProps) {
  const words = useReorganizationText()
  return (
    <>
      <Choices legend={words.what}>
        {verbs.map((verb) => (
          <Choice
            key={verb}
            type="radio"
            name="verb"
            checked={draft.verb === verb}
            onChange={() => change({ verb, ending: [] })}
            hint={words.verbs[verb].hint}
          >
            {words.verbs[verb].name}
          </Choice>
        ))}
      </Choices>
      <TextField
        type="date"
        label={words.on}
        hint={words.onHint}
        required
        defaultValue={draft.on}
        onChange={(event) => change({ on: event.target.value, ending: [] })}
        error={sayLack(lack, 'on', words.lacks)}
      />
    </>
  )
}

/** Which unit, of a merger which ones; found by letters of the name or the code. */
export function UnitsStep({ wizard, units }: StepProps) {
  const { draft, lack, change } = wizard
  const words = useReorganizationText()
  const id = useId()
  const chosen = unitsOf(draft)
  const isMany = draft.verb === 'merge'
  const add = (unit: NamedItem): void =>
    change({ units: isMany ? [...chosen.filter((one) => one.id !== unit.id), unit] : [unit], ending: [] })
  const remove = (unit: NamedItem): void => change({ units: draft.units.filter((one) => one.id !== unit.id), ending: [] })
  return (
    <SearchField id={id} label={isMany ? words.findMany : words.find} items={units} onChoose={add}>
      <ChoiceProblem>{sayLack(lack, 'units', words.lacks)}</ChoiceProblem>
      <p role="status" className={styles.soft}>
        {words.chosenCount(chosen.length)}
      </p>
      <ul className={styles.lines}>
        {chosen.map((unit) => (
          <li key={unit.id}>
            {unit.name}{' '}
            <Button variant="quiet" aria-label={words.removeUnit(unit.name)} onClick={() => remove(unit)}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
    </SearchField>
  )
}

/** What follows the units that end. */
export function FollowsStep({ wizard: { draft, lack, change }, ...choice }: StepProps) {
  const words = useReorganizationText()
  const into = intoOf(draft)
  const isSplit = draft.verb === 'split'
  const put = (one: DraftSuccessor): void => change({ into: draft.into.map((each) => (each.key === one.key ? one : each)), ending: [] })
  const add = (): void => change({ into: [...draft.into, successor(Math.max(...draft.into.map(({ key }) => key)) + 1)] })
  return (
    <>
      {isSplit ? <p className={styles.soft}>{words.firstTakes}</p> : null}
      {into.map((one, at) => (
        <SuccessorFields
          key={one.key}
          title={isSplit ? words.successorAt(at + 1) : words.successor}
          one={one}
          {...choice}
          lack={lack}
          onChange={put}
          onRemove={into.length > 2 ? () => change({ into: draft.into.filter(({ key }) => key !== one.key), ending: [] }) : null}
        />
      ))}
      {isSplit && into.length < 20 ? (
        <div>
          <Button onClick={add}>{words.addSuccessor}</Button>
        </div>
      ) : null}
    </>
  )
}

/** What a unit is called from the day on. */
export function NameStep({ wizard: { draft, lack, change } }: StepProps) {
  const words = useReorganizationText()
  return (
    <>
      <TextField
        label={words.newName}
        required
        maxLength={200}
        autoComplete="off"
        defaultValue={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        error={sayLack(lack, 'name', words.lacks)}
      />
      <TextField
        label={words.newShortName}
        maxLength={60}
        autoComplete="off"
        defaultValue={draft.shortName}
        onChange={(event) => change({ shortName: event.target.value })}
      />
    </>
  )
}
