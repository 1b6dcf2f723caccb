import type { ImportedLine, LineFault } from '@bantin/shared/organization-import'
import { cleanText } from '@bantin/shared/text'

export type Problem = ImportedLine['problems'][number]

/** A line of a table with what is wrong about it, by its fields. A field whose cell is empty is not spoken of. */
export interface Line<F extends string> {
  line: number
  cells: Partial<Record<F, string>>
  problems: Problem[]
}

interface Table<F extends string> {
  rows: string[][]
  lines?: number[]
  mapping: Partial<Record<F, number>>
}

/** The lines that say something in the columns asked for. */
export function linesOf<F extends string>({ rows, lines, mapping }: Table<F>): Line<F>[] {
  const columns = Object.entries(mapping) as [F, number][]
  return rows.flatMap((row, i) => {
    const said = columns.flatMap(([field, at]) => {
      const cell = tidy(row[at] ?? '')
      return cell === '' ? [] : [[field, cell] as const]
    })
    if (said.length === 0) return []
    return [{ line: lines?.[i] ?? i + 1, cells: Object.fromEntries(said) as Partial<Record<F, string>>, problems: [] }]
  })
}

/** The apostrophe stands in exports before what spreadsheets would take for a formula. */
function tidy(cell: string): string {
  return cleanText(cell)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, '')
}

export function addProblem(
  line: { problems: Problem[] },
  field: string | null,
  code: LineFault | (string & {}),
  message: string,
): undefined {
  line.problems.push({ code, field, message })
  return undefined
}
