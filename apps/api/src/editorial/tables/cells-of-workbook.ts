import { zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { readPackage } from '../read-package.ts'
import { RefusedFile } from '../refused-file.ts'

/**
 * The cells of the first sheet: numbers with a comma before their decimals, days as `YYYY-MM-DD`. What the parser is given is packed anew of
 * what was counted while it was unpacked, so that it reads nothing else. Throws `RefusedFile`.
 */
export async function cellsOfWorkbook(path: string): Promise<string[][]> {
  const parts = await readPackage(path)
  if (!parts.has('xl/workbook.xml')) throw new RefusedFile('file_not_accepted', 'It is no workbook of Excel (.xlsx).')
  const counted = zipSync(Object.fromEntries(parts), { level: 0 })
  const rows = await readSheet(counted.slice().buffer, { parseNumber: numberInWords }).catch(() => {
    throw new RefusedFile('file_unreadable', 'It is damaged, or its first sheet has no cells.')
  })
  return rows.map((row) => row.map(wordsOf))
}

/** Fifteen digits are what a spreadsheet shows of a number: it keeps 9.75 as 9.7499999999999996. */
function numberInWords(written: string): string {
  const number = Number(Number(written).toPrecision(15))
  return Number.isFinite(number) ? String(number).replace('.', ',') : written
}

function wordsOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell)
}
