import type { SeriesStep } from '@bantin/shared/analytics-panels'
import { addDays, lastOfMonth } from '@bantin/shared/days'

/** How the points of a series begin, from the one that the first day lies in to that of the last: days, or hours such as 2026-11-23T08. */
export function pointsBetween(from: string, to: string, by: SeriesStep): string[] {
  const points: string[] = []
  for (let at = beginOf(from, by); at <= to; at = nextOf(at, by)) points.push(at)
  return by === 'hour' ? points.flatMap((day) => hours.map((hour) => `${day}T${hour}`)) : points
}

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))

function beginOf(day: string, by: SeriesStep): string {
  if (by === 'month') return `${day.slice(0, 7)}-01`
  // Weeks begin on Monday, as in PostgreSQL.
  return by === 'week' ? addDays(day, -((new Date(day).getUTCDay() + 6) % 7)) : day
}

function nextOf(at: string, by: SeriesStep): string {
  if (by === 'month') return addDays(lastOfMonth(at), 1)
  return addDays(at, by === 'week' ? 7 : 1)
}
