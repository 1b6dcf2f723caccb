import type { ReactNode } from 'react'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceProblem } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { FieldProblems } from '../../../ui/use-ask-form.ts'
import styles from '../organization.module.css'
import type { Days } from '../read-days.ts'
import type { Row } from '../use-rows.ts'

interface PeriodRowsProps<Item extends Days> {
  /** The field of the body that the list is sent as. */
  list: 'names' | 'parents' | 'members'
  rows: readonly Row<Item>[]
  problems: FieldProblems
  /** What a line is called: to whoever hears it, and on the button that removes it. */
  legend: (place: number) => string
  removeLabel: (item: Item) => string
  onRemove: (key: string) => void
  /** What the line says beside its days. */
  children: (row: Row<Item>, at: number) => ReactNode
}

/** A list with a period in each line, sent as a whole. What is wrong stands at its line, or above them all. */
export function PeriodRows<Item extends Days>(props: PeriodRowsProps<Item>) {
  const { list, rows, problems, legend, removeLabel, onRemove, children } = props
  const words = useOrganizationText().days
  return (
    <>
      <ChoiceProblem>{problems[list]}</ChoiceProblem>
      {rows.map((row, at) => (
        <fieldset key={row.key} className={styles.row}>
          <legend>{legend(at + 1)}</legend>
          {children(row, at)}
          <div className={styles.pair}>
            <TextField
              type="date"
              name={`${list}/${row.key}/from`}
              label={words.from}
              hint={words.since}
              defaultValue={row.item.from ?? ''}
              error={problems[`${list}/${at}/from`]}
            />
            <TextField
              type="date"
              name={`${list}/${row.key}/through`}
              label={words.through}
              hint={words.open}
              defaultValue={row.item.through ?? ''}
              error={problems[`${list}/${at}/through`]}
            />
          </div>
          <div>
            <Button variant="quiet" aria-label={removeLabel(row.item)} onClick={() => onRemove(row.key)}>
              <Icon name="close" /> {words.remove}
            </Button>
          </div>
        </fieldset>
      ))}
    </>
  )
}
