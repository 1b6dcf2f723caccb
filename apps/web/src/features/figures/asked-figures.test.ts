import { expect, test } from 'vitest'
import { askedFigures } from './asked-figures.ts'
import { readFiguresSearch } from './figures-search.ts'

const today = '2026-03-01'
const unit = '00000000-0000-7000-8000-000000000001'

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
