import { quoted } from './vector.ts'

/** What no word begins with. */
const sign = '@'

/** The keys of the month and of the year, in UTC, in which an article came out. */
export function periodKeys(publishedAt: Date): string[] {
  const year = publishedAt.getUTCFullYear()
  return [yearKey(year), monthKey(year, publishedAt.getUTCMonth())]
}

/** A stretch of time to look through. */
export interface Period {
  /** The text of a `tsquery` for what came out in it; empty where that is all. */
  query: string
  /** What is in it is older than this. */
  before: Date
}

/**
 * The periods into which time is divided from that moment back to `until`, each longer than the one before: months of a year, and where
 * `many` are wanted also those of the year before and years. In the last one is whatever is older, which is looked for by its words alone:
 * a long list of months costs more than articles that are read in vain.
 */
export function periodsBack(from: Date, { until, many = false }: { until?: Date | undefined; many?: boolean } = {}): Period[] {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth()]
  const months = growing(
    Array.from({ length: month + 13 }, (_, back) => monthOf(year, month - back)),
    [1, 3, 8],
  )
  const years = [2, 3, 4].map((back) => yearOf(year - back))
  const parts = many ? [...months, years] : months.slice(0, 3)
  const end = until?.getTime() ?? Number.NEGATIVE_INFINITY
  const begin = parts.at(-1)?.at(-1)?.begin ?? 0
  return [
    ...parts.filter(([newest]) => newest && newest.end > end).map((part) => ({ query: anyOf(part), before: from })),
    ...(end >= begin ? [] : [{ query: '', before: new Date(begin) }]),
  ]
}

/** A month or a year, and between which moments it is. */
interface Span {
  key: string
  begin: number
  end: number
}

/** The month of that number, which for one of the year before is below 0. */
function monthOf(year: number, month: number): Span {
  const [ofYear, number] = month < 0 ? [year - 1, month + 12] : [year, month]
  return { key: monthKey(ofYear, number), begin: Date.UTC(ofYear, number), end: Date.UTC(ofYear, number + 1) }
}

const yearOf = (year: number): Span => ({ key: yearKey(year), begin: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) })
const yearKey = (year: number) => `${sign}${year}`
const monthKey = (year: number, month: number) => `${sign}${year}-${month + 1}`

/** Parts of those lengths, and the rest. */
function growing(spans: Span[], [length, ...others]: number[]): Span[][] {
  if (length === undefined) return [spans]
  return [spans.slice(0, length), ...growing(spans.slice(length), others)]
}

function anyOf(spans: Span[]): string {
  return `(${spans.map(({ key }) => quoted(key)).join(' | ')})`
}
