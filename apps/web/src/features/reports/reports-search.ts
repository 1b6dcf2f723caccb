import { isId } from '@bantin/shared/is-id'
import type { ReportCalendar, ReportKind, ReportQuery } from '@bantin/shared/reports'
import { isDay } from '../../lib/is-day.ts'

const kinds: Record<string, ReportKind> = { thang: 'month', quy: 'quarter', 'nua-nam': 'half', nam: 'year' }
const calendars: Record<string, ReportCalendar> = { lich: 'calendar', 'bao-cao': 'reporting' }

/** Which report is shown, in the words of the address: of a period, or one that was saved. */
export interface ReportsSearch {
  'loai-ky'?: string
  tinh?: string
  ngay?: string
  'da-luu'?: string
}

/** What an address says; what it says wrongly is left out. */
export function readReportsSearch({ 'loai-ky': kind, tinh, ngay, 'da-luu': saved }: Record<string, unknown>): ReportsSearch {
  return {
    ...(typeof kind === 'string' && kind in kinds ? { 'loai-ky': kind } : {}),
    ...(typeof tinh === 'string' && tinh in calendars ? { tinh } : {}),
    ...(isDay(ngay) ? { ngay } : {}),
    ...(typeof saved === 'string' && isId(saved) ? { 'da-luu': saved } : {}),
  }
}

/** The period that is asked for; without a day the one of today. */
export function askedReport({ 'loai-ky': kind = '', tinh = '', ngay }: ReportsSearch, today: string): Required<ReportQuery> {
  return { kind: kinds[kind] ?? 'month', countedBy: calendars[tinh] ?? 'calendar', day: ngay ?? today }
}

/** The same in the words of the address. */
export function searchOf({ kind, countedBy, day }: Required<ReportQuery>): ReportsSearch {
  const nameOf = <V>(names: Record<string, V>, value: V) => Object.keys(names).find((name) => names[name] === value) ?? ''
  return { 'loai-ky': nameOf(kinds, kind), tinh: nameOf(calendars, countedBy), ngay: day }
}
