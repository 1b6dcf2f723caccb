import type { HandOverSheet } from '@bantin/shared/hand-over'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { emptySheet, fullSheet } from './test-sheet.ts'

afterEach(cleanup)

let sheet: HandOverSheet
let answer: () => object
let reading: Promise<never> | null
const done = vi.fn()
const closed = vi.fn()
beforeEach(() => {
  sheet = fullSheet
  answer = () => ({ articles: 3, schedules: 1, links: 1, clients: 1, grants: 1, disabled: true })
  reading = null
  done.mockReset()
  closed.mockReset()
})

async function open() {
  const api = recordingApi({ 'GET /users/lan/hand-over': () => reading ?? sheet, 'POST /users/lan/hand-over': () => answer() })
  const page = renderWithApi(
    <HandOverDialog
      user={{ id: 'lan', name: 'Phạm Thị Lan' }}
      articleLink={(id, title) => <a href={`/bai/${id}`}>{title}</a>}
      onDone={done}
      onClose={closed}
    />,
    api,
  )
  await screen.findByRole('heading', { name: 'Sẽ làm' })
  return { api, ...page }
}

const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Bàn giao' }))
const choose = (typed: string) => {
  fireEvent.input(screen.getByRole('combobox', { name: 'Người nhận bàn giao' }), { target: { value: typed } })
  fireEvent.click(screen.getAllByRole('option')[0] as HTMLElement)
}
const plan = () => {
  const summary = screen.getByRole('heading', { name: 'Sẽ làm' }).closest('section') as HTMLElement
  return within(summary)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
}

test('one name and one press hand over all that there is, safely, and a receipt says what was done', async () => {
  const { api } = await open()
  expect(screen.getByRole('link', { name: 'Bài ba' }).getAttribute('href')).toBe('/bai/a3')
  expect(screen.getAllByRole('link', { name: 'Chưa có tiêu đề' })).toHaveLength(1)
  choose('minh')
  expect(plan()).toEqual([
    'Giao 3 bài đang làm cho Trần Minh.',
    'Giao 1 bài hẹn giờ cho Trần Minh; vẫn đăng đúng giờ.',
    'Huỷ 1 đường dẫn đang mở.',
    'Giao 1 cổng nhận tin cho Trần Minh phụ trách.',
    'Bỏ 1 vai trò.',
    'Khoá tài khoản; mọi phiên kết thúc ngay.',
  ])
  submit()
  await screen.findByRole('heading', { name: 'Đã bàn giao công việc của Phạm Thị Lan' })
  expect(api.changes()).toMatchObject([
    {
      line: 'POST /users/lan/hand-over',
      version: '"4"',
      body: { to: 'minh', articles: 'give', schedules: 'give', links: 'revoke', clients: 'give', grants: 'remove', disable: true },
    },
  ])
  expect(document.activeElement?.textContent).toContain('Bài đang làm: 3')
  fireEvent.click(screen.getByRole('button', { name: 'Xong' }))
  expect(done).toHaveBeenCalledOnce()
})

test('whoever leaves while it is under way leaves nothing: the receipt is shown', async () => {
  const { promise, resolve } = Promise.withResolvers<object>()
  const result = answer()
  answer = () => promise
  await open()
  choose('minh')
  submit()
  await screen.findByRole('button', { name: 'Đang bàn giao…' })
  fireEvent.click(screen.getByRole('button', { name: 'Thôi' }))
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(closed).not.toHaveBeenCalled()
  resolve(result)
  await screen.findByRole('heading', { name: 'Đã bàn giao công việc của Phạm Thị Lan' })
})

test('the receipt does not wait for what is read anew', async () => {
  await open()
  choose('minh')
  reading = new Promise(() => undefined)
  submit()
  await screen.findByRole('heading', { name: 'Đã bàn giao công việc của Phạm Thị Lan' })
})

test('what is decided otherwise is said and sent; who is handed nothing is not asked for', async () => {
  const { api } = await open()
  submit()
  expect(screen.getByText(/^Hãy chọn người nhận/)).toBeDefined()
  expect([document.activeElement, api.changes()]).toEqual([screen.getByRole('combobox'), []])
  fireEvent.click(within(screen.getByRole('group', { name: 'Làm gì với các bài này?' })).getByRole('radio', { name: /^Để nguyên/ }))
  fireEvent.click(screen.getByRole('radio', { name: /^Bỏ hẹn giờ/ }))
  fireEvent.click(
    within(screen.getByRole('group', { name: 'Làm gì với các cổng nhận tin này?' })).getByRole('radio', { name: /^Để nguyên/ }),
  )
  fireEvent.click(screen.getByRole('checkbox', { name: /^Khoá tài khoản/ }))
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(plan()).toEqual([
    'Để nguyên 3 bài đang làm.',
    'Bỏ hẹn giờ 1 bài.',
    'Huỷ 1 đường dẫn đang mở.',
    'Để nguyên 1 cổng nhận tin.',
    'Bỏ 1 vai trò.',
  ])
  submit()
  await screen.findByRole('button', { name: 'Xong' })
  expect(api.changes()[0]?.body).toEqual({
    to: null,
    articles: 'leave',
    schedules: 'unschedule',
    links: 'revoke',
    clients: 'leave',
    grants: 'remove',
    disable: false,
  })
})

test('what the successor lacks is said by unit and role, and everything that was decided stays', async () => {
  await open()
  choose('vinh')
  const lack = (pointer: string, name: string) => ({ in: 'body', pointer, name, code: 'lacks_role', message: '' })
  const errors = [lack('/articles', 'Sở Nội vụ'), lack('/schedules', 'Sở Nội vụ'), lack('/links', 'Sở Nội vụ')]
  answer = () => problem({ status: 422, code: 'unknown_reference', errors })
  submit()
  await screen.findByText('Lê Quang Vinh chưa đủ vai trò để nhận, nên chưa có gì thay đổi. Còn thiếu:')
  expect(document.activeElement?.querySelectorAll('li').length).toBe(2)
  expect(document.activeElement?.textContent).toContain('Sở Nội vụ: vai trò Người duyệt đăng trở lên')
  answer = () => problem({ status: 422, code: 'unknown_reference', errors: [{ ...lack('/to', ''), code: 'unknown' }] })
  submit()
  await screen.findByText(/^Lê Quang Vinh không nhận bàn giao được nữa/)
})

test('changed by somebody else, the sheet is read anew and goes with the newer version when it is pressed again', async () => {
  const { api } = await open()
  choose('minh')
  sheet = { ...fullSheet, user: { ...fullSheet.user, version: 6 } }
  answer = () => problem({ status: 412 })
  submit()
  await screen.findByText(/^Vừa có người khác đổi tài khoản này/)
  await waitFor(() => expect(api.sent.filter(({ line }) => line.startsWith('GET'))).toHaveLength(2))
  answer = () => problem({ status: 409, code: 'last_administrator' })
  submit()
  await screen.findByText(/^Đây là người cuối cùng quản trị toàn trang/)
  expect(api.changes().map(({ version }) => version)).toEqual(['"4"', '"6"'])
  answer = () => problem({ status: 503 })
  submit()
  await screen.findByText(/^Chưa bàn giao được, nên chưa có gì thay đổi/)
})

test('where nothing is under way the account is only disabled; where nobody can take over that is said', async () => {
  sheet = emptySheet
  await open()
  expect([screen.queryByRole('combobox'), plan()]).toEqual([null, ['Khoá tài khoản; mọi phiên kết thúc ngay.']])
  expect(screen.getByRole('heading', { name: 'Bản nháp (0)' })).toBeDefined()
  cleanup()
  sheet = { ...fullSheet, successors: [] }
  await open()
  expect(screen.getByText(/^Chưa có ai khác viết được bài/)).toBeDefined()
})
