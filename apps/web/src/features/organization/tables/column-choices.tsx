import { useTablesText } from '../../../lib/i18n/desk/use-tables-text.ts'
import { SelectField } from '../../../ui/select-field.tsx'
import styles from './tables.module.css'

interface ColumnChoicesProps<Field extends string> {
  /** The columns of the table, by their headings. */
  columns: readonly string[]
  /** What may stand in them, with the words for it. */
  fields: readonly { field: Field; label: string; error?: string | undefined }[]
  mapping: Partial<Record<Field, number>>
  onMapping: (mapping: Partial<Record<Field, number>>) => void
}

/** Says in which column each thing stands; one without a column is not read. */
export function ColumnChoices<Field extends string>({ columns, fields, mapping, onMapping }: ColumnChoicesProps<Field>) {
  const words = useTablesText()
  const choices = [{ value: '', label: words.noColumn }, ...columns.map((name, at) => ({ value: String(at), label: name }))]
  const choose = (field: Field, value: string): void => {
    const rest = { ...mapping }
    delete rest[field]
    onMapping(value === '' ? rest : { ...rest, [field]: Number(value) })
  }
  return (
    <div className={styles.columns}>
      {fields.map(({ field, label, error }) => (
        <SelectField
          key={field}
          label={label}
          value={mapping[field] === undefined ? '' : String(mapping[field])}
          choices={choices}
          error={error}
          onValue={(value) => choose(field, value)}
        />
      ))}
    </div>
  )
}
