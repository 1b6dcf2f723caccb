import { type Table, tableLimits } from '@bantin/shared/tables'
import { RefusedFile } from '../refused-file.ts'

/**
 * The table of these cells: its heading is the first row with two words or more, because titles stand above it. Columns and rows without a
 * word are left out. Throws `RefusedFile` for what has no row below a heading, or more than `tableLimits`.
 */
export function tableOfCells(cells: string[][]): Table {
  if (cells.length > tableLimits.rows) throw tooLarge(`rows: a table may have ${tableLimits.rows}`)
  const tidy = cells.map((row) => row.map(tidyCell))
  const head = Math.max(
    0,
    tidy.findIndex((row) => row.filter(Boolean).length > 1),
  )
  const found = tidy.slice(head).flatMap((row, i) => (row.some(Boolean) ? [{ row, line: head + i + 1 }] : []))
  const [heading, ...rest] = found
  if (!heading || rest.length === 0) {
    throw new RefusedFile('file_not_accepted', 'There is no table in it: one has a row of headings, and rows below it.')
  }
  const width = found.reduce((most, { row }) => Math.max(most, row.length), 0)
  const used = Array.from({ length: width }, (_, at) => at).filter((at) => found.some(({ row }) => row[at]))
  requireSize(found, used.length)
  return {
    columns: used.map((at) => heading.row[at] || lettersOf(at)),
    rows: rest.map(({ row }) => used.map((at) => row[at] ?? '')),
    lines: rest.map(({ line }) => line),
  }
}

/** One line, without what cannot be seen and must not be stored. */
function tidyCell(cell: string): string {
  return cell
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .normalize('NFC')
    .trim()
}

function requireSize(found: { row: string[] }[], columns: number): void {
  if (columns > tableLimits.columns) throw tooLarge(`columns: a table may have ${tableLimits.columns}`)
  if (found.length * columns > tableLimits.cells) throw tooLarge(`cells: a table may have ${tableLimits.cells}`)
  const letters = found.reduce((sum, { row }) => sum + row.reduce((all, cell) => all + cell.length, 0), 0)
  if (letters > tableLimits.letters) throw tooLarge(`letters: a table may have ${tableLimits.letters}`)
}

function tooLarge(what: string): RefusedFile {
  return new RefusedFile('file_too_large', `It has too many ${what}.`)
}

/** What a spreadsheet calls the column: A … Z, AA … */
function lettersOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : lettersOf(Math.floor(at / 26) - 1) + lettersOf(at % 26)
}
