import type { Table } from '@bantin/shared/tables'
import type { ImportWords } from '../../../lib/i18n/desk/vi-import.ts'
import { csvOf } from '../tables/csv-of.ts'
import { cellsByLine } from './table-draft.ts'
import type { SaidLine } from './use-said-lines.ts'

/** The refused lines as they came, with the reasons in one more column: mended, the file can be taken in by itself. */
export function refusedCsv(table: Table, lines: readonly SaidLine[], { reasons }: Pick<ImportWords, 'reasons'>): string {
  const cells = cellsByLine(table)
  const refused = lines.filter(({ outcome }) => outcome === 'refused')
  return csvOf([[...table.columns, reasons], ...refused.map(({ line, notes }) => [...(cells.get(line) ?? []), notes.join(' ')])])
}
