import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { article, card, diff, list, listed, open, press } from '../../../test/history-panel.tsx'

afterEach(cleanup)

test('each revision says whose it is and what became of it', async () => {
  open()
  const items = await screen.findAllByRole('listitem')
  expect(items.map((item) => item.textContent)).toEqual([
    expect.stringMatching(/^Bản 3mới nhấtLan lưu lúc 10:32, 28\/12\/2021 ·\s120\schữ$/),
    expect.stringContaining('Bản 2lần đăng 1đã duyệtgiữ hẳn'),
    expect.stringContaining('Bản 1: Bản đầugiữ hẳn'),
  ])
})

test('a revision is compared with the newest: what is added and removed is marked and said in words', async () => {
  open()
  await screen.findByText('Bản 1: Bản đầu')
  press('So sánh bản 1 với bản mới nhất')
  const dialog = await screen.findByRole('dialog', { name: 'So sánh hai bản' })
  const title = (await within(dialog).findByRole('heading', { name: 'Tiêu đề' })).parentElement as HTMLElement
  expect(title.querySelector('ins')?.textContent).toBe('thêm: mới (hết chỗ sửa) ')
  expect(title.querySelector('del')?.textContent).toBe('bỏ: cũ (hết chỗ sửa) ')
  expect(within(dialog).getByRole('heading', { name: 'Bỏ · Đoạn văn' })).toBeDefined()
  expect(within(dialog).getByText('1 khối giữ nguyên')).toBeDefined()
})

test('any two can be chosen', async () => {
  const { sent } = open({}, { 'GET /articles/a1/diff?from=1&to=2': { ...diff, to: 2, fields: [], blocks: [] } })
  await screen.findByText('Bản 1: Bản đầu')
  press('So sánh bản 1 với bản mới nhất')
  fireEvent.change(await screen.findByLabelText('Bản sau'), { target: { value: '2' } })
  expect(await screen.findByText('Hai bản giống hệt nhau.')).toBeDefined()
  fireEvent.change(screen.getByLabelText('Bản sau'), { target: { value: '1' } })
  expect(screen.getByText('Hãy chọn hai bản khác nhau.')).toBeDefined()
  expect(sent.filter(({ line }) => line.includes('/diff?')).map(({ line }) => line)).toEqual([
    'GET /articles/a1/diff?from=1&to=3',
    'GET /articles/a1/diff?from=1&to=2',
  ])
})

test('keeping a version saves first and stands on what was saved', async () => {
  const saved = { ...article, version: 9 }
  const { changes } = open({ unsaved: true, save: async () => saved }, { 'POST /articles/a1/revisions': { number: 3 } })
  fireEvent.input(await screen.findByLabelText('Tên bản'), { target: { value: ' Bản gửi xem ' } })
  press('Lưu thành bản')
  expect(await screen.findByText('Đã giữ bản 3.')).toBeDefined()
  expect(changes()).toEqual([{ line: 'POST /articles/a1/revisions', version: '"9"', key: null, body: { label: 'Bản gửi xem' } }])
})

test('nothing is kept when the article could not be saved, and the label stays', async () => {
  const { changes } = open({ unsaved: true, save: async () => null })
  fireEvent.input(await screen.findByLabelText('Tên bản'), { target: { value: 'Bản gửi xem' } })
  press('Lưu thành bản')
  expect(await screen.findByText(/^Chưa lưu được bài/)).toBeDefined()
  expect([changes(), (screen.getByLabelText('Tên bản') as HTMLInputElement).value]).toEqual([[], 'Bản gửi xem'])
})

test('what is kept already is not offered to be kept again', async () => {
  open({}, { [list]: { data: [card(3, { isHead: true })], page: { next: null } } })
  expect(await screen.findByText('Nội dung hiện có đã được giữ hẳn thành bản 3.')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Lưu thành bản' })).toBeNull()
})

test('who may only read is offered nothing but to compare; emptied revisions are not restored', async () => {
  open({ mayEdit: false })
  await screen.findByText('Bản 2')
  expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['So sánh', 'So sánh'])
  cleanup()
  open({}, { [list]: { data: [card(3, { isHead: true }), card(2, { isRedacted: true })], page: { next: null } } })
  await screen.findByText('đã xoá nội dung')
  expect(screen.queryByRole('button', { name: 'Khôi phục bản 2' })).toBeNull()
})

test('a list that could not be read can be asked for again', async () => {
  let isAway = true
  open({}, { [list]: () => (isAway ? 403 : { data: listed, page: { next: null } }) })
  const alert = await screen.findByRole('alert')
  isAway = false
  fireEvent.click(within(alert).getByRole('button'))
  expect(await screen.findByText('Bản 2')).toBeDefined()
})
