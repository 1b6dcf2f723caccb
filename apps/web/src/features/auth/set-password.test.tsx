import type { LinkHolder } from '@bantin/shared/auth'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi } from '../../../test/recording-api.tsx'
import { renderWithSession, signedIn } from '../../../test/with-session.tsx'
import { SetPassword } from './set-password.tsx'

afterEach(cleanup)

const holder: LinkHolder = { kind: 'invitation', name: 'Lan', email: 'lan@example.gov.vn', expiresAt: '2999-01-01T08:00:00+07:00' }
const refusal = (code: string) => problem({ status: 400, code: 'invalid_request', errors: [{ in: 'body', pointer: '/password', code }] })
const token = 'x'.repeat(43)

let read: () => object | number
let set: () => object | number
let login: () => object
beforeEach(() => {
  read = () => holder
  set = () => 204
  login = () => signedIn()
})

async function open() {
  const api = recordingApi({
    'POST /api/v1/auth/links': () => read(),
    'POST /api/v1/auth/invitations': () => set(),
    'POST /api/v1/auth/reset': () => set(),
    'POST /api/v1/auth/login': () => login(),
  })
  const onSet = vi.fn()
  const { session, client } = await renderWithSession(<SetPassword token={token} onSet={onSet} />, api, false)
  return { session, client, onSet, sent: () => api.sent.map(({ line, body }) => [line.replace('POST /api/v1/auth/', ''), body]) }
}

const field = () => screen.getByLabelText<HTMLInputElement>(/^Mật khẩu mới/)
const submit = (password: string) => {
  fireEvent.input(field(), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: 'Đặt mật khẩu và đăng nhập' }))
}

test('whoever was invited sets a password as it is typed, and is signed in by it without typing it again', async () => {
  const { session, sent, onSet } = await open()
  await screen.findByText('Chào Lan. Hãy đặt mật khẩu cho tài khoản của bạn để bắt đầu làm việc.')
  expect(screen.getByLabelText<HTMLInputElement>('Thư điện tử').value).toBe('lan@example.gov.vn')
  expect(screen.getByText(/^Đường dẫn này dùng được một lần, đến 08:00, 01\/01\/2999\.\s*$/)).toBeDefined()
  submit(' bốn chữ dễ nhớ ')
  await waitFor(() => expect(session.state().status).toBe('signedIn'))
  expect(onSet).toHaveBeenCalledOnce()
  expect(sent()).toEqual([
    ['links', { token }],
    ['invitations', { token, password: ' bốn chữ dễ nhớ ' }],
    ['login', { email: 'lan@example.gov.vn', password: ' bốn chữ dễ nhớ ' }],
  ])
})

test('while it signs in nothing is asked; only when that fails is the password', async () => {
  const { promise, resolve } = Promise.withResolvers<object>()
  login = () => promise
  await open()
  await screen.findByText(/^Chào Lan/)
  submit('bốn chữ dễ nhớ')
  await screen.findByText('Đang đăng nhập…')
  expect(screen.queryByLabelText(/^Mật khẩu/)).toBeNull()
  resolve(problem({ status: 503 }))
  const asked = await screen.findByLabelText(/^Mật khẩu/)
  expect([document.activeElement, screen.queryByText('Đang đăng nhập…')]).toEqual([asked, null])
  expect(screen.getByText('Máy chủ đang bận. Hãy thử lại sau ít phút.')).toBeDefined()
})

test('a reset goes its own way, and says what ends with the old password', async () => {
  read = () => ({ ...holder, kind: 'reset' })
  const { sent } = await open()
  await screen.findByText(/Đặt xong, mọi máy đang đăng nhập bằng mật khẩu cũ đều phải đăng nhập lại\.$/)
  submit('bốn chữ dễ nhớ')
  await waitFor(() => expect(sent().map(([line]) => line)).toContain('reset'))
})

test('what is wrong with a password is said beside it: too short before it is sent, too common by the API', async () => {
  const { sent } = await open()
  await screen.findByText(/^Chào Lan/)
  submit('ngan')
  await screen.findByText('Mật khẩu cần ít nhất 8 ký tự.')
  expect(document.activeElement).toBe(field())
  set = () => refusal('common_password')
  submit('matkhau123')
  await screen.findByText(/^Mật khẩu này nhiều người dùng/)
  expect([document.activeElement, field().getAttribute('aria-invalid')]).toEqual([field(), 'true'])
  expect(sent().map(([line]) => line)).toEqual(['links', 'invitations'])
})

test.each([
  ['used, expired or unknown', () => 404],
  ['cut short', () => problem({ status: 400, code: 'invalid_request', errors: [{ in: 'body', pointer: '/token', code: 'x' }] })],
])('a link that is %s says what to do instead, to whoever listens too', async (_name, answer) => {
  read = answer
  await open()
  await screen.findByText('Đường dẫn này không dùng được nữa')
  expect(document.activeElement?.textContent).toContain('Mỗi đường dẫn chỉ dùng được một lần')
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/dang-nhap', '/dang-nhap/quen-mat-khau'])
})

test('so does one that was used in between', async () => {
  await open()
  await screen.findByText(/^Chào Lan/)
  set = () => 404
  submit('bốn chữ dễ nhớ')
  await screen.findByText('Đường dẫn này không dùng được nữa')
})

test('a server that cannot be asked is asked again on demand, and what was typed stays', async () => {
  read = () => problem({ status: 400, code: 'unexpected' })
  await open()
  await screen.findByRole('button', { name: 'Thử lại' })
  read = () => holder
  fireEvent.click(screen.getByRole('button', { name: 'Thử lại' }))
  await screen.findByText(/^Chào Lan/)
  set = () => 503
  submit('bốn chữ dễ nhớ')
  await screen.findByText('Máy chủ đang bận. Hãy thử lại sau ít phút.')
  expect(field().value).toBe('bốn chữ dễ nhớ')
})

test('nothing keeps the secret of a link, nor the password, when the page is left', async () => {
  const { client } = await open()
  await screen.findByText(/^Chào Lan/)
  submit('bốn chữ dễ nhớ')
  await waitFor(() => expect(client.isMutating()).toBe(0))
  cleanup()
  await waitFor(() => expect([client.getQueryCache().getAll(), client.getMutationCache().getAll()]).toEqual([[], []]))
})
