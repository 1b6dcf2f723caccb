import type { ImportedLine } from '@bantin/shared/organization-import'
import { useImportText } from '../../../lib/i18n/desk/use-import-text.ts'
import { useOrganizationText } from '../../../lib/i18n/desk/use-organization-text.ts'
import { type About, cellsByLine, type Mapping, type TableDraft, type TableOutcome } from './table-draft.ts'

/** A line as it is shown: with what was changed, or why it is refused. */
export interface SaidLine extends Pick<ImportedLine, 'line' | 'outcome' | 'name'> {
  key: string
  notes: readonly string[]
}

/** The lines in words: what is changed by its column, what is wrong with the cell it is about. */
export function useSaidLines(about: About, { table }: TableDraft, outcome: TableOutcome): SaidLine[] {
  const { fields, faults, changed, fault } = useImportText()
  const { rules } = useOrganizationText()
  const labels: Record<string, string> = fields[about]
  const mapping: Mapping = outcome.mapping
  const cells = cellsByLine(table)
  const cellOf = (line: number, field: string): string => cells.get(line)?.[mapping[field] ?? -1] ?? ''
  return outcome.lines.map(({ line, problems, fields: touched, ...one }, at) => {
    const refused = problems.map(({ code, field, message }) => {
      const text = faults[code] ?? rules[code] ?? message
      return field === null ? text : fault(labels[field] ?? field, cellOf(line, field), text)
    })
    const names = touched.map((field) => labels[field] ?? field)
    return { ...one, line, key: `${at}`, notes: [...new Set(refused), ...(one.outcome === 'changed' ? [changed(names.join(', '))] : [])] }
  })
}
