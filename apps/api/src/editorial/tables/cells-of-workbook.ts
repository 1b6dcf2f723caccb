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
  if ([...parts].some(([name, bytes]) => /^xl\/worksheets\//.test(name) && hasImpossibleCell(bytes))) {
    throw new RefusedFile('file_unreadable', 'It has a cell beyond the last one of a sheet.')
  }
  const counted = zipSync(Object.fromEntries(parts), { level: 0 })
  const rows = await readSheet(counted.slice().buffer, { parseNumber: numberInWords }).catch(() => {
    throw new RefusedFile('file_unreadable', 'It is damaged, or its first sheet has no cells.')
  })
  return rows.map((row) => row.map(wordsOf))
}

/** Columns have three letters and rows seven digits at the most. The parser makes room for all that lies between, which takes all memory. */
function hasImpossibleCell(sheet: Uint8Array): boolean {
  return /\sr=["'](?:[A-Z]{4,}|[A-Z]*\d{8,})/.test(Buffer.from(sheet).toString('latin1'))
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
