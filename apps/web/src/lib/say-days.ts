import { formatDate } from './format.ts'
import type { Locale } from './i18n/locale.ts'

/** How the ends of a period are said, each with its day. */
export interface DaysWords {
  from: (day: string) => string
  through: (day: string) => string
}

/** A period from its first to its last day, either of which may be unknown; empty where both are. */
export function sayDays({ from, through }: { from: string | null; through: string | null }, words: DaysWords, locale: Locale): string {
  const [first, last] = [from && formatDate(from, locale), through && formatDate(through, locale)]
  if (first && last) return `${first} – ${last}`
  if (first) return words.from(first)
  return last ? words.through(last) : ''
}
