import { addDays, lastOfMonth } from '@bantin/shared/days'
import type { ReportCalendar, ReportKind } from '@bantin/shared/reports'

const months: Record<ReportKind, number> = { month: 1, quarter: 3, half: 6, year: 12 }

/**
 * The first and last day of the period of this kind that the day lies in. A reporting month begins on the 15th of the month before and
 * ends on the 14th; a reporting quarter is three of those, and so on.
 */
export function periodOf(day: string, kind: ReportKind, countedBy: ReportCalendar): { startsOn: string; endsOn: string } {
  const [year, month] = monthOf(day, countedBy)
  const first = month - ((month - 1) % months[kind])
  const begins = `${year}-${twoDigits(first)}-01`
  const ends = lastOfMonth(`${year}-${twoDigits(first + months[kind] - 1)}-01`)
  if (countedBy === 'calendar') return { startsOn: begins, endsOn: ends }
  return { startsOn: `${addDays(begins, -1).slice(0, 8)}15`, endsOn: `${ends.slice(0, 8)}14` }
}

function monthOf(day: string, countedBy: ReportCalendar): [year: string, month: number] {
  const counted = countedBy === 'reporting' && Number(day.slice(8)) >= 15 ? addDays(lastOfMonth(day), 1) : day
  return [counted.slice(0, 4), Number(counted.slice(5, 7))]
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0')
}
