import type { OrganizationImport } from '@bantin/shared/organization-import'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { recordingApi, renderWithApi } from '../../../../test/recording-api.tsx'
import { ImportView } from './import-view.tsx'
import { refusedCsv } from './refused-csv.ts'
import { useTableImport } from './use-table-import.ts'

const said = { said: null, done: vi.fn(), failed: vi.fn(), hush: vi.fn() }
afterEach(() => {
  cleanup()
  for (const say of [said.done, said.failed, said.hush]) say.mockReset()
})

const table = {
  columns: ['Mã đơn vị', 'Tên đơn vị', 'Trực thuộc', 'Ghi chú'],
  rows: [
    ['SNV', 'Sở Nội vụ', '', ''],
    ['P1', 'Phòng Một', 'KHONG', 'x'],
  ],
  lines: [3, 5],
}
const trial = 'POST /organization/import?dryRun=true'
const deed = 'POST /organization/import'
const answer: OrganizationImport = {
  taken: false,
  units: {
    mapping: { code: 0, name: 1, parent: 2 },
    counts: { created: 1, changed: 0, unchanged: 0, refused: 1 },
    lines: [
      { line: 3, outcome: 'created', name: 'Sở Nội vụ', id: null, fields: [], problems: [] },
      {
        ...{ line: 5, outcome: 'refused', name: 'Phòng Một', id: null, fields: [] },
        problems: [{ code: 'unknown', field: 'parent', message: 'There is no unit with the code or address "KHONG".' }],
      },
    ],
  },
  people: null,
}

function View() {
  return <ImportView work={useTableImport()} saying={said} />
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
async function paste(): Promise<void> {
  fireEvent.input(screen.getByLabelText('Dán bảng vào đây'), { target: { value: 'bảng' } })
  press('Đọc bảng')
  await screen.findByText('Đã đọc bảng: 2 dòng, 4 cột.')
}

test('a table is tried with the columns that its headings say, each line is told with the cell it is about, and is taken in only after a question', async () => {
  const api = recordingApi({ 'POST /tables': table, [trial]: answer, [deed]: { ...answer, taken: true } })
  renderWithApi(<View />, api)
  await paste()
  fireEvent.input(screen.getByLabelText('Bảng mã của mọi dòng'), { target: { value: ' QĐ 20 ' } })
  press('Kiểm tra bảng')
  await screen.findByText('Mã đơn vị cấp trên “KHONG”: không có đơn vị nào mang mã hay địa chỉ này.')
  const body = { units: { ...table, mapping: { code: 0, name: 1, parent: 2 } }, codeScheme: 'QĐ 20' }
  expect(api.changes().at(-1)).toMatchObject({ line: trial, body })
  expect(screen.queryByRole('cell', { name: 'Sở Nội vụ' })).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: 'Tất cả (2)' }))
  screen.getByRole('cell', { name: 'Sở Nội vụ' })

  press('Nhập 1 dòng')
  expect(api.changes().filter(({ line }) => line === deed)).toEqual([])
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Nhập 1 dòng' }))
  await waitFor(() => expect(said.done).toHaveBeenCalledWith(expect.stringContaining('1 dòng thêm mới')))
  expect(api.changes().at(-1)).toMatchObject({ line: deed, body, key: expect.stringMatching(/./) })
  expect(screen.queryByRole('button', { name: /^Nhập/ })).toBeNull()
})

test('what is changed about the columns makes a trial void; without a column that tells units apart nothing is sent', async () => {
  const api = recordingApi({ 'POST /tables': table, [trial]: answer })
  renderWithApi(<View />, api)
  await paste()
  press('Kiểm tra bảng')
  await screen.findByRole('button', { name: 'Nhập 1 dòng' })
  fireEvent.change(screen.getByLabelText('Mã đơn vị'), { target: { value: '' } })
  expect(screen.queryByRole('button', { name: 'Nhập 1 dòng' })).toBeNull()
  const before = api.changes().length
  press('Kiểm tra bảng')
  screen.getByText('Hãy chọn cột mã hoặc cột địa chỉ: nhờ đó nhận ra đơn vị.')
  expect(api.changes()).toHaveLength(before)
})

test('the file of refused lines has each as it came, with its reasons, and no formula', () => {
  const rows = [['SNV', 'Sở "Nội" vụ', '=1+1', '']]
  const lines = [{ key: '0', line: 7, outcome: 'refused' as const, name: 'x', notes: ['Một.', 'Hai.'] }]
  const file = refusedCsv({ ...table, rows, lines: [7] }, [...lines, { ...lines[0], key: '1', line: 8, outcome: 'created' } as never], {
    reasons: 'Lý do',
  })
  expect(file).toBe(`\uFEFFMã đơn vị,Tên đơn vị,Trực thuộc,Ghi chú,Lý do\r\nSNV,"Sở ""Nội"" vụ",'=1+1,,Một. Hai.\r\n`)
})
