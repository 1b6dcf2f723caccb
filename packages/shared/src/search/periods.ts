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
 * The texts of `tsquery`s, one for each of the periods into which time is divided from that moment back, each as long as all before it:
 * months of that year and of the one before, then years. In the last one is whatever is older still, or has no such key.
 */
export function periodsBack(from: Date): string[] {
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth()]
  const [thisYear, lastYear] = [monthsOf(year), monthsOf(year - 1)]
  const months = [...thisYear.slice(11 - month), ...lastYear]
  const years = Array.from({ length: yearsBack }, (_, back) => yearKey(year - 2 - back))
  // What came out later is in no period.
  const later = Array.from({ length: yearsAhead }, (_, ahead) => yearKey(year + 1 + ahead))
  const others = [yearKey(year), yearKey(year - 1), ...years, ...later]
  return [...doubling(months), ...doubling(years)].map(anyOf).concat(`!${anyOf(others)}`)
}

/** The newest first. */
const monthsOf = (year: number) => Array.from({ length: 12 }, (_, month) => monthKey(year, 11 - month))
const yearKey = (year: number) => `${sign}${year}`
const monthKey = (year: number, month: number) => `${sign}${year}-${month + 1}`

/** Parts of one, one, two, four, eight …: whoever looks through them has seen at most twice as many as he needed. */
function doubling(keys: string[]): string[][] {
  const parts: string[][] = []
  for (let at = 0; at < keys.length; ) {
    const length = Math.max(1, at)
    parts.push(keys.slice(at, at + length))
    at += length
  }
  return parts
}

function anyOf(keys: string[]): string {
  return `(${keys.map(quoted).join(' | ')})`
}
