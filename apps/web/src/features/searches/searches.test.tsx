import type { Abbreviation } from '@bantin/shared/abbreviations'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { AbbreviationDialog } from './abbreviation-dialog.tsx'
import { AbbreviationTable } from './abbreviation-table.tsx'
import { readSearchesSearch } from './searches-search.ts'
import { SearchesTable } from './searches-table.tsx'
import type { AbbreviationTask } from './use-abbreviation-form.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const stored: Abbreviation = { id: 'v1', version: 2, short: 'UBND', long: 'Ủy ban nhân dân' }
const saved = vi.fn<(abbreviation: Abbreviation) => void>()
let answer: object
beforeEach(() => {
  // As on a phone.
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
  saved.mockReset()
  answer = stored
})

function open(task: AbbreviationTask) {
  const api = recordingApi({
    'POST /abbreviations': () => answer,
    'PATCH /abbreviations/v1': () => answer,
    'GET /abbreviations/v1': { ...stored, version: 5, long: 'Uỷ ban' },
  })
  renderWithApi(<AbbreviationDialog task={task} onSaved={saved} onClose={() => undefined} />, api)
  return api
}

const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })
const fill = (name: RegExp, value: string) => fireEvent.input(field(name), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('what was searched for becomes an abbreviation with what it stands for', async () => {
  const api = open({ abbreviation: null, short: 'pvhcc' })
  expect(field(/^Viết tắt/).value).toBe('pvhcc')
  fill(/^Viết đầy đủ/, ' phục vụ hành chính công ')
  press('Lưu')
  await vi.waitFor(() => expect(saved).toHaveBeenCalledWith(stored))
  expect(api.changes()).toMatchObject([{ line: 'POST /abbreviations', body: { short: 'pvhcc', long: 'phục vụ hành chính công' } }])
})

test.each([
  ['', '', ['Hãy ghi chữ viết tắt.', 'Hãy ghi cách viết đầy đủ.']],
  ['&&', 'và', ['Cần có ít nhất một chữ cái hoặc chữ số.']],
  ['thi dua', 'Thi đua', [/^Hai cách viết này tìm như nhau/]],
])('what is wrong with “%s” and “%s” is said at its field, which has the focus, and nothing is sent', (short, long, said) => {
  const api = open({ abbreviation: null, short })
  fill(/^Viết đầy đủ/, long)
  press('Lưu')
  for (const each of said) expect(screen.getByText(each)).toBeTruthy()
  expect([document.activeElement?.getAttribute('aria-invalid'), api.sent]).toEqual(['true', []])
})

test('what the API refuses is said, with all that was filled in', async () => {
  open({ abbreviation: null, short: 'ubnd' })
  fill(/^Viết đầy đủ/, 'uy ban nhan dan')
  answer = problem({ status: 409, errors: [{ in: 'body', pointer: '/short', code: 'taken', message: '' }] })
  press('Lưu')
  await screen.findByText('Từ viết tắt này đã có trong danh sách.')
  answer = problem({ status: 409 })
  press('Lưu')
  await screen.findByText('Danh sách đã đầy. Hãy xoá bớt một từ.')
  answer = problem({ status: 503 })
  press('Lưu')
  await screen.findByText('Chưa lưu được. Hãy thử lại.')
  expect([field(/^Viết tắt/).value, field(/^Viết đầy đủ/).value]).toEqual(['ubnd', 'uy ban nhan dan'])
})

test('whoever was slower is told what it says now, and what he wrote goes with the newer version when he presses again', async () => {
  const api = open({ abbreviation: stored })
  fill(/^Viết đầy đủ/, 'Ủy ban Nhân dân các cấp')
  answer = problem({ status: 412 })
  press('Lưu')
  await screen.findByText(/hiện là “UBND”: “Uỷ ban”/)
  answer = stored
  press('Lưu')
  await vi.waitFor(() => expect(saved).toHaveBeenCalled())
  expect(api.changes().map(({ version }) => version)).toEqual(['"2"', '"5"'])
})

test('deleted by someone else, it says so and stays', async () => {
  open({ abbreviation: stored })
  answer = problem({ status: 404 })
  press('Lưu')
  await screen.findByText('Từ viết tắt này đã được người khác xoá.')
})

test('deleting asks first; whoever may only look is offered nothing', () => {
  const remove = vi.fn()
  const { show } = renderWithApi(
    <AbbreviationTable abbreviations={[stored]} actions={{ edit: () => undefined, remove }} />,
    recordingApi({}),
  )
  press('Xoá UBND')
  expect(remove).not.toHaveBeenCalled()
  expect(screen.getByText('Ai tìm “UBND” sẽ không còn thấy những bài chỉ viết “Ủy ban nhân dân”.')).toBeTruthy()
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Xoá' }))
  expect(remove.mock.calls).toEqual([[stored]])
  show(<AbbreviationTable abbreviations={[stored]} actions={null} />)
  expect([screen.queryByRole('button'), screen.getByText('UBND').tagName]).toEqual([null, 'P'])
})

test('what readers searched for says how often, what was found, leads to what they see, and begins an abbreviation', () => {
  const begin = vi.fn()
  const searches = [
    { words: 'kh&dt tinh', searches: 1234, results: 0, lastSearchedOn: '2026-11-28' },
    { words: 'lu quet', searches: 2, results: 15, lastSearchedOn: '2026-11-01' },
  ]
  const { show } = renderWithApi(<SearchesTable searches={searches} onBegin={begin} />, recordingApi({}))
  const [first, second] = screen.getAllByRole('listitem')
  expect(first?.textContent).toContain('1.234 lượt, không tìm thấy gì, lần cuối 28/11/2026')
  expect(second?.textContent).toContain('2 lượt, tìm thấy 15 bài, lần cuối 01/11/2026')
  const link = screen.getByRole('link', { name: 'Tìm “kh&dt tinh” trên trang công khai' })
  expect(link.getAttribute('href')).toBe('/tim-kiem?q=kh%26dt+tinh')
  press('Thêm từ viết tắt: lu quet')
  expect(begin.mock.calls).toEqual([['lu quet']])
  show(<SearchesTable searches={searches} onBegin={null} />)
  expect(screen.queryByRole('button')).toBeNull()
})

test.each([
  [{ xem: 'tu-viet-tat', 'khong-thay': true }, { xem: 'tu-viet-tat' }],
  [{ 'khong-thay': true }, { 'khong-thay': true }],
  [{ xem: 'khac', 'khong-thay': 'true' }, {}],
])('the address %j is read as %j', (raw, read) => {
  expect(readSearchesSearch(raw)).toEqual(read)
})
