import { quoted } from './vector.ts'

/** What no word begins with. */
const sign = '@'

/** The keys of the month and of the year, in UTC, in which an article came out. */
export function periodKeys(publishedAt: Date): string[] {
  const year = publishedAt.getUTCFullYear()
  return [yearKey(year), monthKey(year, publishedAt.getUTCMonth())]
}

/** So far back every year is a period or a part of one. */
const [yearsBack, yearsAhead] = [16, 20]

/**
 * The texts of `tsquery`s, one for each of the periods into which time is divided from that moment back to `until`, each as long as all
 * before it: months of that year and of the one before, then years. In the last one is whatever is older still, or has no such key.
 */
export function periodsBack(from: Date, until?: Date): string[] {
  const end = until?.getTime() ?? Number.NEGATIVE_INFINITY
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth()]
  const months = Array.from({ length: month + 13 }, (_, back) => monthBack(year, month - back))
  const years = Array.from({ length: yearsBack }, (_, back) => ({ key: yearKey(year - 2 - back), end: Date.UTC(year - 1 - back, 0) }))
  // What came out later is in no period.
  const later = Array.from({ length: yearsAhead }, (_, ahead) => yearKey(year + 1 + ahead))
  const others = [yearKey(year), yearKey(year - 1), ...years.map(({ key }) => key), ...later]
  const periods = [...doubling(months), ...doubling(years)].filter(([newest]) => newest && newest.end > end)
  const isAll = end >= Date.UTC(year - 1 - yearsBack, 0)
  return [...periods.map((period) => anyOf(period.map(({ key }) => key))), ...(isAll ? [] : [`!${anyOf(others)}`])]
}

/** A month or a year, and the moment at which it ends. */
interface Period {
  key: string
  end: number
}

/** The month of that number, which for one of the year before is below 0. */
function monthBack(year: number, month: number): Period {
  const [ofYear, number] = month < 0 ? [year - 1, month + 12] : [year, month]
  return { key: monthKey(ofYear, number), end: Date.UTC(ofYear, number + 1) }
}

const yearKey = (year: number) => `${sign}${year}`
const monthKey = (year: number, month: number) => `${sign}${year}-${month + 1}`

/** Parts of one, one, two, four, eight …: whoever looks through them has seen at most twice as many as he needed. */
function doubling(periods: Period[]): Period[][] {
  const parts: Period[][] = []
  for (let at = 0; at < periods.length; ) {
    const length = Math.max(1, at)
    parts.push(periods.slice(at, at + length))
    at += length
  }
  return parts
}

function anyOf(keys: string[]): string {
  return `(${keys.map(quoted).join(' | ')})`
}
