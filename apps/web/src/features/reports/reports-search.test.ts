import { expect, test } from 'vitest'
import { askedReport, readReportsSearch, searchOf } from './reports-search.ts'

test('a report stands in the address, and what is said wrongly is left out', () => {
  const asked = { kind: 'half', countedBy: 'reporting', day: '2026-02-28' } as const
  expect(searchOf(asked)).toEqual({ 'loai-ky': 'nua-nam', tinh: 'bao-cao', ngay: '2026-02-28' })
  expect(askedReport(readReportsSearch({ ...searchOf(asked) }), '2026-11-28')).toEqual(asked)
  expect(readReportsSearch({ 'loai-ky': 'tuan', tinh: 1, ngay: '2026-02-30', 'da-luu': 'x' })).toEqual({})
  expect(askedReport({}, '2026-11-28')).toEqual({ kind: 'month', countedBy: 'calendar', day: '2026-11-28' })
})
