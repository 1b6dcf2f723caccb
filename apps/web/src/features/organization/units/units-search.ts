import { isDay } from '../../../lib/is-day.ts'

/** What the page of units shows, in the words of its address. */
export interface UnitsSearch {
  /** Letters of a name, a short name or a code. */
  tim?: string
  /** The day on which the tree stands so; absent: today. */
  ngay?: string
  /** With those that are not there on the day. */
  'da-het'?: true
}

/** What an address says; what it says wrongly is left out. A search for digits alone arrives as a number. */
export function readUnitsSearch(raw: Record<string, unknown>): UnitsSearch {
  const { tim, ngay, 'da-het': closed } = raw
  const text = typeof tim === 'string' || typeof tim === 'number' ? String(tim).trim().slice(0, 100) : ''
  return { ...(text ? { tim: text } : {}), ...(isDay(ngay) ? { ngay } : {}), ...(closed === true ? { 'da-het': true } : {}) }
}
