import { expect, test } from 'vitest'
import { isDay } from '../../lib/is-day.ts'
import { auditFiltersOf, changedSearch, readAuditSearch } from './audit-search.ts'

const id = '01a20929-6713-75e3-9563-df1f2f6c5c94'

test('an address with all filters asks the API for exactly these', () => {
  const raw = { tu: '2026-08-01', den: '2026-08-31', ai: id, viec: 'article.putBack', bai: id }
  expect(auditFiltersOf(readAuditSearch(raw))).toEqual({
    from: '2026-08-01',
    to: '2026-08-31',
    actorId: id,
    action: 'article.putBack',
    entity: 'article',
    entityId: id,
  })
})

test('one thing is asked for at a time: an account, or an article in its place', () => {
  expect(auditFiltersOf(readAuditSearch({ 'tai-khoan': id }))).toEqual({ entity: 'user', entityId: id })
  expect(readAuditSearch({ bai: id, 'tai-khoan': id })).toEqual({ bai: id })
  const search = { tu: '2026-08-01', 'tai-khoan': id }
  expect(changedSearch(search, 'bai', id)).toEqual({ tu: '2026-08-01', bai: id })
  expect(changedSearch(search, 'ai', id)).toEqual({ ...search, ai: id })
  expect(changedSearch(search, 'tai-khoan', '')).toEqual({ tu: '2026-08-01' })
})

test('what an address says wrongly or what is not a filter is left out', () => {
  const raw = { tu: 'hôm qua', den: 20260831, ai: "x' OR 1=1", viec: 'article', bai: '*', cursor: 'abc' }
  expect(readAuditSearch(raw)).toEqual({})
  expect(auditFiltersOf({})).toEqual({})
})

test.each([
  ['2026-08-31', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['0202-08-01', false],
  ['2026-8-1', false],
  [20260801, false],
])('%s is a day: %s', (value, is) => expect(isDay(value)).toBe(is))
