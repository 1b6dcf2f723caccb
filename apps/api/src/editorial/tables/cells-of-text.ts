import { CsvError, type Options, parse } from 'csv-parse/sync'
import { RefusedFile } from '../refused-file.ts'

const separators = ['\t', ';', ',']
/** So many rows are looked at to find what stands between cells. */
const sample = 50

/**
 * The cells of CSV or of what a spreadsheet copies. What stands between cells is what makes most of the first rows equally long: tabs before
 * semicolons before commas, which also stand before decimals. Throws `RefusedFile` for a quotation mark that is never closed.
 */
export function cellsOfText(text: string): string[][] {
  const named = /^\uFEFF?sep=([\t;,])\r?\n/.exec(text)
  const rest = named ? text.slice(named[0].length) : text
  return rowsOf(rest, named?.[1] ?? separatorOf(rest))
}

function separatorOf(text: string): string {
  const counted = separators.map((separator) => ({ separator, rows: equallyLong(text, separator) }))
  return counted.reduce((best, one) => (one.rows > best.rows ? one : best)).separator
}

/** How many of the first rows have the commonest number of cells, which is more than one. */
function equallyLong(text: string, separator: string): number {
  const counts = new Map<number, number>()
  for (const { length } of rowsOf(text, separator, { to: sample })) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}

function rowsOf(text: string, delimiter: string, more: Options = {}): string[][] {
  try {
    // Spreadsheets copy quotation marks within a cell as they are. Empty rows are kept, because rows are counted.
    return parse(text, {
      ...more,
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new RefusedFile('file_unreadable', `A quotation mark is not closed, or stands where none can, near line ${error.lines ?? 1}.`)
  }
}
