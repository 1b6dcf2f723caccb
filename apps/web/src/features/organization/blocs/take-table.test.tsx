import type { EditorialBlocYear, EmulationRow, EmulationTable } from '@bantin/shared/editorial-emulation'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../../test/recording-api.tsx'
import { blocs } from '../../../lib/i18n/desk/vi-blocs.ts'
import { guessColumns, isTotal } from './emulation-columns.ts'
import { resultsCsv } from './results-csv.ts'
import { TakeTable } from './take-table.tsx'

const said = { said: null, done: vi.fn(), failed: vi.fn(), hush: vi.fn() }
beforeEach(() => said.done.mockReset())
afterEach(cleanup)

const year: EditorialBlocYear = {
  blocId: 'b1',
  year: 2025,
  version: 3,
  status: 'decided',
  legalBasis: null,
  results: [],
  members: [
    { unitId: 'u1', name: 'Sở Nội vụ', shortName: null, code: 'H01' },
    { unitId: 'u2', name: 'Sở Tài chính', shortName: null, code: null },
  ],
  unitPath: ['b1'],
}

test.each([
  [
    ['STT', 'Tên đơn vị', 'Điểm tự chấm', 'Khối chấm', 'Tổng điểm', 'Xếp hạng', 'Ghi chú'],
    { member: 1, self: 2, bloc: 3, final: 4, rank: 5, note: 6 },
  ],
  [['Mã đơn vị', 'Đơn vị', 'Tự đánh giá', 'Điểm của khối', 'Điểm cuối', 'Hạng'], { member: 1, self: 2, bloc: 3, final: 4, rank: 5 }],
  [['Code', 'Total', 'Self', 'Rank'], { member: 0, final: 1, self: 2, rank: 3 }],
  [['Unit', 'Own score', 'Bloc’s score', 'Final score', 'Rank', 'Note'], { member: 0, self: 1, bloc: 2, final: 3, rank: 4, note: 5 }],
  [['A', 'B'], {}],
])('columns are known by their headings: %j', (columns, mapping) => {
  expect(guessColumns(columns)).toEqual(mapping)
})

test('rows with totals are left out at first, members whose name begins alike are not', () => {
  expect(
    [
      ['', 'Tổng cộng', '12'],
      ['Trung bình:', '9'],
      ['Total', '3'],
    ].map(isTotal),
  ).toEqual([true, true, true])
  expect([['1', 'Tổng cục Thuế'], ['Cộng đồng'], ['Sở Tài chính']].map(isTotal)).toEqual([false, false, false])
})

test('what goes out as CSV has decimals after a comma, is quoted where needed, and no formula', () => {
  const results = [{ unitId: 'u1', name: 'Sở Nội vụ', self: 97.5, bloc: null, final: -1, rank: 1, note: '=1+1, "nhất"' }]
  const lines = resultsCsv({ results, members: year.members }, blocs.year).split('\r\n')
  expect(lines).toEqual([
    '\uFEFFMã,Thành viên,Tự chấm,Khối chấm,Điểm cuối,Hạng,Ghi chú',
    'H01,Sở Nội vụ,"97,5",,-1,1,"\'=1+1, ""nhất"""',
    '',
  ])
  expect(guessColumns((lines[0] ?? '').slice(1).split(','))).toEqual({ member: 1, self: 2, bloc: 3, final: 4, rank: 5, note: 6 })
})

const table = {
  columns: ['Đơn vị', 'Tổng điểm'],
  rows: [
    ['Sở Nội vụ', '97,5'],
    ['Sở Không Có', '1.234'],
    ['Tổng cộng', '100'],
  ],
  lines: [4, 5, 6],
}

const empty = { self: null, bloc: null, final: null, rank: null, note: null, problems: [] }
const good: EmulationRow = { ...empty, line: 4, member: 'Sở Nội vụ', unitId: 'u1', name: 'Sở Nội vụ', final: 97.5, rank: 1 }
const bad: EmulationRow = {
  ...empty,
  line: 5,
  member: 'Sở Không Có',
  unitId: null,
  name: null,
  problems: [
    { code: 'member_unknown', field: 'member', message: '' },
    { code: 'not_a_number', field: 'final', message: '' },
  ],
}

test('a pasted table is tried row by row; with a fault it cannot be saved, and without that row it is saved as proposed, or refused in words', async () => {
  const asked = (): EmulationTable => api.sent.at(-1)?.body as EmulationTable
  const answer = (taken: boolean) => {
    const rows = asked().rows.length === 2 ? [good, bad] : [good]
    return { taken, rows, missing: [year.members[1]], year: { ...year, version: 4, status: 'proposed' } }
  }
  let refuses = true
  const api = recordingApi({
    'POST /tables': table,
    'POST /blocs/b1/years/2025/import?dryRun=true': () => answer(false),
    'POST /blocs/b1/years/2025/import': () => (refuses ? problem({ status: 412 }) : answer(true)),
  })
  const done = vi.fn()
  renderWithApi(<TakeTable year={year} saying={said} onDone={done} />, api)
  screen.getByText(blocs.taking.wasDecided)
  fireEvent.click(screen.getByRole('button', { name: 'Đọc bảng' }))
  screen.getByText('Hãy dán một bảng, hoặc chọn tệp.')
  expect(api.sent).toEqual([])
  fireEvent.input(screen.getByLabelText('Dán bảng vào đây'), { target: { value: 'Đơn vị\tTổng điểm\nSở Nội vụ\t97,5' } })
  fireEvent.click(screen.getByRole('button', { name: 'Đọc bảng' }))
  const { member_unknown, not_a_number } = blocs.taking.faults
  await screen.findByText(blocs.taking.lineFaults('5', 'Sở Không Có', `${member_unknown} ${not_a_number}`))
  screen.getByText(not_a_number)
  screen.getByText(blocs.taking.bad('1'))
  screen.getByText(blocs.taking.missing('Sở Tài chính'))
  expect(asked()).toEqual({ rows: table.rows.slice(0, 2), lines: [4, 5], mapping: { member: 0, final: 1 } })
  expect(screen.queryByRole('button', { name: 'Lưu thành đề xuất' })).toBeNull()
  fireEvent.click(screen.getByRole('checkbox', { name: 'Lấy dòng 5: Sở Không Có' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Lưu thành đề xuất' }))
  await screen.findByText(blocs.taking.reload)
  expect(done).not.toHaveBeenCalled()
  refuses = false
  fireEvent.click(await screen.findByRole('button', { name: 'Lưu thành đề xuất' }))
  await waitFor(() => expect(said.done).toHaveBeenCalledWith(blocs.taking.saved('1')))
  expect(api.sent.at(-1)).toMatchObject({
    version: '"3"',
    body: { rows: [table.rows[0]], lines: [4], mapping: { member: 0, final: 1 }, status: 'proposed' },
  })
})
