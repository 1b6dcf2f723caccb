import { expect, test } from 'vitest'
import { askedFigures, shownSeries } from './asked-figures.ts'
import { readFiguresSearch } from './figures-search.ts'

const today = '2026-03-01'
const unit = '00000000-0000-7000-8000-000000000001'

const pointsOf = (views: number[]) => views.map((count, index) => ({ at: `2000-0${index + 1}-01`, views: count, visits: 0, readers: 0 }))

test('since the beginning a series is shown from its first figures on, otherwise whole', () => {
  const shown = (from: string, views: number[]) => {
    const total = { views: 7, visits: 0, readers: 0 }
    const previous = { from, to: from, total, data: [] }
    const series = shownSeries({ from, to: today, asOf: null, by: 'month', total, data: pointsOf(views), previous })
    return series.data.map((point) => point.views)
  }
  expect(shown('2000-01-01', [0, 0, 3, 0, 4])).toEqual([3, 0, 4])
  expect(shown('2000-01-01', [0, 0])).toEqual([0])
  expect(shown('2000-01-02', [0, 7])).toEqual([0, 7])
})

test.each([
  [{}, { from: '2026-01-31', to: today }],
  [{ ky: 'hom-nay' }, { from: today, to: today }],
  [{ ky: '7-ngay' }, { from: '2026-02-23', to: today }],
  [{ ky: '12-thang' }, { from: '2025-03-02', to: today }],
  [{ ky: 'tat-ca' }, { from: '2000-01-01', to: today }],
  [
    { ky: 'tu-chon', tu: '2026-01-05', den: '2026-01-02' },
    { from: '2026-01-02', to: '2026-01-05' },
  ],
  [
    { ky: 'tu-chon', den: '2026-01-31' },
    { from: '2026-01-02', to: '2026-01-31' },
  ],
  [
    { ky: 'nam-ngoai', tu: '2026-01-05' },
    { from: '2026-01-31', to: today },
  ],
  [
    { 'don-vi': unit, 'tac-gia': unit, ky: 'hom-nay' },
    { from: today, to: today, unit },
  ],
  [{ 'tac-gia': 'khong-phai-id' }, { from: '2026-01-31', to: today }],
])('the address %o asks for %o', (raw, asked) => {
  expect(askedFigures(readFiguresSearch(raw), today)).toEqual(asked)
})
