import { addDays, lastOfMonth } from '@bantin/shared/days'
import { totalStartsOn } from '../../db/schema/stats.ts'

/** Roll-ups of one kind whose beginnings lie between the two days, both included. */
export interface Span {
  period: 'day' | 'month' | 'total'
  from: string
  to: string
}

/** What there is of a site: days from `first` on, months that ended on `closedThrough` or before. */
export interface Kept {
  first: string
  closedThrough: string
}

/** The fewest roll-ups that make up the days: whole months where they are closed, days at both ends. */
export function cover(from: string, to: string, { closedThrough }: Kept): Span[] {
  const firstMonth = from.endsWith('-01') ? from : addDays(lastOfMonth(from), 1)
  const lastClosed = lastClosedMonth(to < closedThrough ? to : closedThrough)
  if (lastClosed < firstMonth) return [{ period: 'day', from, to }]
  const spans: Span[] = [
    { period: 'day', from, to: addDays(firstMonth, -1) },
    { period: 'month', from: firstMonth, to: lastClosed },
    { period: 'day', from: addDays(lastClosed, 1), to },
  ]
  return spans.filter((span) => span.from <= span.to)
}

/** The same where the total takes the place of all months, if the days reach over all of them. */
export function coverWithTotal(from: string, to: string, kept: Kept): Span[] {
  const lastClosed = lastClosedMonth(kept.closedThrough)
  if (from > kept.first || to < lastClosed || lastClosed < kept.first) return cover(from, to, kept)
  const total: Span = { period: 'total', from: totalStartsOn, to: totalStartsOn }
  return lastClosed < to ? [total, { period: 'day', from: addDays(lastClosed, 1), to }] : [total]
}

/** The last day of the last month that is over on the day. */
function lastClosedMonth(day: string): string {
  return lastOfMonth(day) === day ? day : addDays(`${day.slice(0, 7)}-01`, -1)
}
