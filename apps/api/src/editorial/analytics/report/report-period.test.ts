import { expect, test } from 'vitest'
import { periodOf } from './report-period.ts'

test.each([
  ['2026-11-28', 'month', 'calendar', '2026-11-01', '2026-11-30'],
  ['2024-02-29', 'month', 'calendar', '2024-02-01', '2024-02-29'],
  ['2026-11-28', 'quarter', 'calendar', '2026-10-01', '2026-12-31'],
  ['2026-06-30', 'half', 'calendar', '2026-01-01', '2026-06-30'],
  ['2026-07-01', 'half', 'calendar', '2026-07-01', '2026-12-31'],
  ['2026-07-01', 'year', 'calendar', '2026-01-01', '2026-12-31'],
  ['2026-11-14', 'month', 'reporting', '2026-10-15', '2026-11-14'],
  ['2026-11-15', 'month', 'reporting', '2026-11-15', '2026-12-14'],
  ['2026-01-14', 'month', 'reporting', '2025-12-15', '2026-01-14'],
  ['2026-12-15', 'month', 'reporting', '2026-12-15', '2027-01-14'],
  ['2026-03-14', 'quarter', 'reporting', '2025-12-15', '2026-03-14'],
  ['2026-03-15', 'quarter', 'reporting', '2026-03-15', '2026-06-14'],
  ['2026-06-15', 'half', 'reporting', '2026-06-15', '2026-12-14'],
  ['2026-12-20', 'year', 'reporting', '2026-12-15', '2027-12-14'],
] as const)('%s lies in the %s by %s from %s to %s', (day, kind, countedBy, startsOn, endsOn) => {
  expect(periodOf(day, kind, countedBy)).toEqual({ startsOn, endsOn })
})
