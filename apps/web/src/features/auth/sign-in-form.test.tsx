import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi } from '../../../test/recording-api.tsx'
import { renderWithSession, signedIn } from '../../../test/with-session.tsx'
import { SignInForm } from './sign-in-form.tsx'

afterEach(cleanup)

const login = 'POST /api/v1/auth/login'
const refusal = (code: string, status = 401) => problem({ status, code })
let answer: () => object
beforeEach(() => {
  answer = () => refusal('code_needed')
})

async function open(props: Parameters<typeof SignInForm>[0] = {}) {
  const api = recordingApi({ [login]: () => answer() })
  const { session } = await renderWithSession(<SignInForm {...props} />, api, false)
  return { session, bodies: () => api.sent.map(({ body }) => body) }
}

const fill = (label: string, value: string) => fireEvent.input(screen.getByLabelText(new RegExp(`^${label}`)), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const given = { email: 'lan@example.gov.vn', password: ' mật khẩu có dấu cách ' }

async function toTheCode() {
  const opened = await open()
  fill('Thư điện tử', ` ${given.email} `)
  fill('Mật khẩu', given.password)
  press('Đăng nhập')
  await screen.findByLabelText(/^Mã xác thực/)
  return opened
}

test('an account with a second factor is asked for the code, the password not again', async () => {
  const { session, bodies } = await toTheCode()
  const field = screen.getByLabelText<HTMLInputElement>(/^Mã xác thực/)
  expect([field.inputMode, field.autocomplete, document.activeElement]).toEqual(['numeric', 'one-time-code', field])
  expect([screen.queryByLabelText(/^Mật khẩu/), screen.queryAllByRole('alert').map((said) => said.textContent)]).toEqual([null, ['']])
  answer = () => signedIn()
  fill('Mã xác thực', '123456')
  fireEvent.click(screen.getByRole('checkbox', { name: /^Tin cậy thiết bị này 30 ngày/ }))
  press('Đăng nhập')
  await waitFor(() => expect(session.state().status).toBe('signedIn'))
  expect(bodies()).toEqual([given, { ...given, code: '123456', trustDevice: true }])
})

test('a wrong code is said beside its field, which has the focus and can be typed over', async () => {
  const { bodies } = await toTheCode()
  answer = () => refusal('wrong_code')
  fill('Mã xác thực', '000000')
  press('Đăng nhập')
  await screen.findByText(/^Mã không đúng hoặc đã dùng rồi/)
  const field = screen.getByLabelText<HTMLInputElement>(/^Mã xác thực/)
  await waitFor(() => expect([document.activeElement, field.selectionStart, field.selectionEnd]).toEqual([field, 0, 6]))
  expect(
    field
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent),
  ).toContain('Mã không đúng hoặc đã dùng rồi. Hãy đợi mã tiếp theo trong ứng dụng.')
  expect(bodies()[1]).toEqual({ ...given, code: '000000', trustDevice: false })
})

test('an empty code is not sent', async () => {
  const { bodies } = await toTheCode()
  press('Đăng nhập')
  await screen.findByText('Hãy nhập mã.')
  expect(bodies()).toHaveLength(1)
})

test('a recovery code is typed on all keys', async () => {
  await toTheCode()
  press('Không có điện thoại? Dùng mã dự phòng')
  const field = screen.getByLabelText<HTMLInputElement>(/^Mã dự phòng/)
  expect([field.inputMode, field.autocomplete, document.activeElement]).toEqual(['text', 'off', field])
})

test('too many tries say how long to wait, and the code can be tried again; a password that is no more right is asked again', async () => {
  await toTheCode()
  const tooMany = refusal('too_many_requests', 429)
  tooMany.headers.set('retry-after', '42')
  answer = () => tooMany
  fill('Mã xác thực', '123456')
  press('Đăng nhập')
  await screen.findByText('Đã thử quá nhiều lần. Hãy đợi 42 giây rồi thử lại.')
  answer = () => refusal('wrong_credentials')
  press('Đăng nhập')
  await screen.findByText('Thư điện tử hoặc mật khẩu không đúng.')
  expect(screen.queryByLabelText(/^Mã xác thực/)).toBeNull()
})

test('another account can be taken instead', async () => {
  await toTheCode()
  press('Nhập lại mật khẩu')
  expect(screen.getByLabelText<HTMLInputElement>(/^Mật khẩu/).value).toBe('')
})

test('a page at an address that is not the desk’s says so', async () => {
  await open({ email: given.email })
  answer = () => refusal('cross_site', 403)
  fill('Mật khẩu', 'x')
  press('Đăng nhập')
  await screen.findByText(/^Trang này được mở ở một địa chỉ khác/)
})

test('a password that was just set is tried at once', async () => {
  const { bodies } = await open(given)
  await screen.findByLabelText(/^Mã xác thực/)
  expect(bodies()).toEqual([given])
})
