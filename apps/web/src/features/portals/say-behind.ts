import type { Client } from '@bantin/shared/clients'
import { formatDate, formatNumber, formatTime } from '../../lib/format.ts'
import type { PortalsWords } from '../../lib/i18n/desk/vi-portals.ts'
import type { Locale } from '../../lib/i18n/locale.ts'

/** So many are counted at most. */
const mostCounted = 10_000

/** How far a portal is, in words: "Chậm 12 mục, từ 10:05 hôm qua". `now` in milliseconds since 1970. */
export function sayBehind(
  { scopes, acknowledgement: { behind, behindSince } }: Pick<Client, 'scopes' | 'acknowledgement'>,
  words: PortalsWords['behind'],
  locale: Locale,
  now: number,
): string {
  if (behind === null) return scopes.includes('acknowledge') ? words.never : words.notAsked
  if (behind === 0 || behindSince === null) return words.none
  const say = behind >= mostCounted ? words.many : words.some
  return say(formatNumber(behind, locale), sayRecent(behindSince, words, locale, now))
}

function sayRecent(timestamp: string, words: PortalsWords['behind'], locale: Locale, now: number): string {
  const [day, time] = [timestamp.slice(0, 10), formatTime(timestamp)]
  if (day === dayAt(timestamp, now)) return words.today(time)
  if (day === dayAt(timestamp, now - 86_400_000)) return words.yesterday(time)
  return words.on(time, formatDate(timestamp, locale))
}

/** The day that it is at the moment where the timestamp was written, by its offset. */
function dayAt(timestamp: string, moment: number): string {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(timestamp) ?? []
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000
  return new Date(moment + (sign === '-' ? -offset : offset)).toISOString().slice(0, 10)
}
