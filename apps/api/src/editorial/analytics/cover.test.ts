import { addDays, countDays, lastOfMonth } from '@bantin/shared/days'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalStartsOn } from '../../db/schema/stats.ts'
import { cover, coverWithTotal, type Span } from './cover.ts'

const day = fc.integer({ min: 0, max: 1200 }).map((count) => addDays('2024-01-15', count))
const range = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))

/** The days that the spans stand for, in order. */
function daysIn(spans: Span[], { first, closedThrough }: { first: string; closedThrough: string }): string[] {
  return spans.flatMap(({ period, from, to }) => {
    if (period === 'total')
      return days(first, lastOfMonth(closedThrough) === closedThrough ? closedThrough : addDays(`${closedThrough.slice(0, 7)}-01`, -1))
    expect(period === 'day' || (from.endsWith('-01') && lastOfMonth(to) === to && to <= closedThrough)).toBe(true)
    return days(from, to)
  })
}

const days = (from: string, to: string) => Array.from({ length: Math.max(0, countDays(from, to)) }, (_, count) => addDays(from, count))

test('roll-ups that cover a range are of each of its days once, and of no month that is not closed', () => {
  fc.assert(
    fc.property(range, day, ({ from, to }, closedThrough) => {
      expect(daysIn(cover(from, to, { first: from, closedThrough }), { first: from, closedThrough })).toEqual(days(from, to))
    }),
  )
})

test('with the total they are of each day since the first once', () => {
  fc.assert(
    fc.property(range, day, day, ({ from, to }, first, closedThrough) => {
      const since = (all: string[]) => all.filter((one) => one >= first)
      expect(since(daysIn(coverWithTotal(from, to, { first, closedThrough }), { first, closedThrough }))).toEqual(since(days(from, to)))
    }),
  )
})

test('a year is its months and the days at both ends, everything is the total and the days behind it', () => {
  const kept = { first: '2020-03-10', closedThrough: '2026-11-20' }
  expect(cover('2025-11-21', '2026-11-20', kept)).toEqual([
    { period: 'day', from: '2025-11-21', to: '2025-11-30' },
    { period: 'month', from: '2025-12-01', to: '2026-10-31' },
    { period: 'day', from: '2026-11-01', to: '2026-11-20' },
  ])
  expect(coverWithTotal('2020-01-01', '2026-11-20', kept)).toEqual([
    { period: 'total', from: totalStartsOn, to: totalStartsOn },
    { period: 'day', from: '2026-11-01', to: '2026-11-20' },
  ])
})
