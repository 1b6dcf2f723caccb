import type { User } from '@bantin/shared/users'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { link, userOf } from './test-user.ts'
import { UserSecondFactor, UserSessions } from './user-access.tsx'
import { UserLeaving } from './user-leaving.tsx'
import { UserLink } from './user-link.tsx'
import { userQuery } from './users.api.ts'

afterEach(cleanup)

let stored: User
let refusal: Response | Promise<Response> | null
let reading: Promise<never> | null
beforeEach(() => {
  stored = userOf()
  refusal = null
  reading = null
})

function Page({ isOwnOn = true }: { isOwnOn?: boolean }) {
  const saying = useSaid()
  const { data } = useQuery(userQuery('lan'))
  if (!data) return null
  return (
    <>
      <SaidLine {...saying} />
      <UserLink user={data} saying={saying} />
      <UserSessions user={data} saying={saying} />
      <UserSecondFactor user={data} saying={saying} isOwnOn={isOwnOn} ownAccount={(text) => <a href="/tai-khoan">{text}</a>} />
      <UserLeaving user={data} saying={saying} handOver={null} />
    </>
  )
}

async function open(isOwnOn?: boolean) {
  const become = (part: Partial<User>) => () => {
    if (refusal) return refusal
    stored = { ...stored, ...part, version: stored.version + 1 }
    return stored
  }
  const api = recordingApi({
    'GET /users/lan': () => reading ?? stored,
    'POST /users/lan/disable': become({ state: 'disabled', disabledAt: '2026-08-01T10:32:00+07:00' }),
    'POST /users/lan/enable': become({ state: 'active', disabledAt: null }),
    'POST /users/lan/reset': () => refusal ?? { ...link, kind: 'reset' },
    'POST /users/lan/invitation': () => refusal ?? link,
    'DELETE /users/lan/sessions': () => {
      stored = { ...stored, liveSessions: 0 }
      return refusal ?? 204
    },
    'POST /users/lan/reset-second-factor': become({ hasSecondFactor: false, liveSessions: 0 }),
  })
  renderWithApi(<Page {...(isOwnOn === undefined ? {} : { isOwnOn })} />, api)
  await screen.findAllByRole('heading')
  return api
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const confirm = (name: string) => fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name }))

test('an account is disabled after a question that says what happens, and enabled again', async () => {
  const api = await open()
  press('Chỉ khoá tài khoản')
  expect(screen.getByText(/^Mọi phiên kết thúc ngay/)).toBeDefined()
  expect(api.changes()).toEqual([])
  confirm('Khoá tài khoản')
  await screen.findByText('Đã khoá tài khoản. Mọi phiên đã kết thúc.')
  press('Mở khoá tài khoản')
  confirm('Mở khoá tài khoản')
  await screen.findByText('Đã mở khoá tài khoản.')
  expect(api.changes().map(({ line, version }) => [line, version])).toEqual([
    ['POST /users/lan/disable', '"4"'],
    ['POST /users/lan/enable', '"5"'],
  ])
})

test('the last administrator stays, and why is said; what somebody else changed meanwhile is shown', async () => {
  const api = await open()
  refusal = problem({ status: 409, code: 'last_administrator' })
  press('Chỉ khoá tài khoản')
  confirm('Khoá tài khoản')
  await screen.findByText(/^Đây là người cuối cùng quản trị toàn trang/)
  refusal = problem({ status: 412 })
  stored = { ...stored, version: 7, liveSessions: 5 }
  press('Chỉ khoá tài khoản')
  confirm('Khoá tài khoản')
  await screen.findByText(/^Vừa có người khác đổi tài khoản này, nên chưa làm gì cả/)
  await screen.findByText('5 phiên đang mở.')
  expect(api.changes()).toHaveLength(2)
})

test('a link is shown once it is made; one that is open already is only replaced after a question', async () => {
  const api = await open()
  press('Tạo đường dẫn đặt lại mật khẩu')
  await screen.findByLabelText('Đường dẫn')
  expect(api.changes()).toMatchObject([{ line: 'POST /users/lan/reset' }])
  cleanup()
  stored = userOf({ state: 'invited', openLink: { kind: 'invitation', expiresAt: '2026-08-08T10:32:00+07:00' } })
  const again = await open()
  expect(screen.getByText(/Lời mời gần nhất dùng được đến 10:32, 08\/08\/2026/)).toBeDefined()
  press('Tạo lời mời mới')
  expect(again.changes()).toEqual([])
  confirm('Tạo đường dẫn mới')
  await screen.findByLabelText('Đường dẫn')
  expect(again.changes()).toMatchObject([{ line: 'POST /users/lan/invitation' }])
})

test('all sessions are ended after a question', async () => {
  await open()
  press('Kết thúc mọi phiên')
  confirm('Kết thúc mọi phiên')
  await screen.findByText('Đã kết thúc mọi phiên.')
  await screen.findByText('Không có phiên nào đang mở.')
})

test('a second factor is removed with a code of one’s own; a wrong one is said at its field', async () => {
  stored = userOf({ hasSecondFactor: true })
  const api = await open()
  press('Gỡ lớp xác thực thứ hai')
  confirm('Gỡ lớp xác thực thứ hai')
  expect(screen.getByText('Hãy nhập mã của bạn.')).toBeDefined()
  fireEvent.input(screen.getByLabelText(/^Mã xác thực của chính bạn/), { target: { value: '123 456' } })
  refusal = problem({ status: 403, code: 'confirmation_failed' })
  confirm('Gỡ lớp xác thực thứ hai')
  await screen.findByText(/^Mã không đúng hoặc đã dùng rồi/)
  refusal = null
  confirm('Gỡ lớp xác thực thứ hai')
  await screen.findByText('Đã gỡ lớp xác thực thứ hai.')
  expect(api.changes().at(-1)).toMatchObject({ line: 'POST /users/lan/reset-second-factor', body: { code: '123 456' } })
})

test('the question of its code stays while it is under way', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>()
  stored = userOf({ hasSecondFactor: true })
  await open()
  press('Gỡ lớp xác thực thứ hai')
  const dialog = screen.getByRole('dialog')
  fireEvent.input(screen.getByLabelText(/^Mã xác thực của chính bạn/), { target: { value: '123456' } })
  refusal = promise
  confirm('Gỡ lớp xác thực thứ hai')
  await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Gỡ lớp xác thực thứ hai' }).ariaDisabled).toBe('true'))
  confirm('Thôi')
  fireEvent.keyDown(dialog, { key: 'Escape' })
  resolve(problem({ status: 403, code: 'confirmation_failed' }))
  await screen.findByText(/^Mã không đúng hoặc đã dùng rồi/)
})

test('a link is shown before the account is read anew', async () => {
  await open()
  reading = new Promise(() => undefined)
  press('Tạo đường dẫn đặt lại mật khẩu')
  await screen.findByLabelText('Đường dẫn')
})

test('who has no second factor himself is told to turn it on first, and sends nothing', async () => {
  stored = userOf({ hasSecondFactor: true })
  const api = await open(false)
  press('Gỡ lớp xác thực thứ hai')
  const dialog = within(screen.getByRole('dialog'))
  expect([dialog.getByRole('link').getAttribute('href'), dialog.queryByRole('textbox')]).toEqual(['/tai-khoan', null])
  expect(dialog.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Đóng'])
  expect(api.changes()).toEqual([])
})
