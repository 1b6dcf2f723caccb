import type { SetupInput } from '@bantin/shared/auth'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { ForgottenForm } from './forgotten-form.tsx'
import { SetupForm } from './setup-form.tsx'

afterEach(cleanup)

const fill = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const wrong = () => [...document.querySelectorAll('[aria-invalid="true"]')].map((field) => field.getAttribute('name'))

test('a forgotten password: one sentence whether or not there is such an account, which has the focus', async () => {
  const api = recordingApi({ 'POST /api/v1/auth/forgot': 204 })
  renderWithApi(<ForgottenForm />, api)
  fill(/^Thư điện tử/, 'lan')
  press('Gửi đường dẫn')
  await screen.findByText('Hãy ghi một địa chỉ thư, như lien@example.gov.vn.')
  expect(api.sent).toEqual([])
  fill(/^Thư điện tử/, ' lan@example.gov.vn ')
  press('Gửi đường dẫn')
  await screen.findByText(/^Nếu có tài khoản với địa chỉ lan@example\.gov\.vn/)
  expect(screen.getByText(/Quản trị viên tạo được đường dẫn ấy/)).toBeDefined()
  expect(document.activeElement?.textContent).toContain('Hãy xem hộp thư')
  expect(api.sent.map(({ body }) => body)).toEqual([{ email: 'lan@example.gov.vn' }])
  press('Gửi cho địa chỉ khác')
  expect((await screen.findByLabelText<HTMLInputElement>(/^Thư điện tử/)).value).toBe('')
})

test('too many tries say how long to wait', async () => {
  const answer = problem({ status: 429, code: 'too_many_requests' })
  answer.headers.set('retry-after', '600')
  renderWithApi(<ForgottenForm />, recordingApi({ 'POST /api/v1/auth/forgot': answer }))
  fill(/^Thư điện tử/, 'lan@example.gov.vn')
  press('Gửi đường dẫn')
  await screen.findByText('Đã thử quá nhiều lần. Hãy đợi 10 phút rồi thử lại.')
})

const given: SetupInput = {
  code: 'ABCD-EFGH',
  siteName: 'Cổng thông tin',
  name: 'Lan',
  email: 'lan@example.gov.vn',
  password: 'bốn chữ dễ nhớ',
  publishingPolicy: 'review',
}

function openSetup(answers: Parameters<typeof recordingApi>[0]) {
  const api = recordingApi(answers)
  const onDone = vi.fn()
  renderWithApi(
    <SetupForm policy="review" onDone={onDone}>
      <p>Bài có phải qua người thứ hai?</p>
    </SetupForm>,
    api,
  )
  return { api, onDone }
}

function fillSetup() {
  fill(/^Mã thiết lập/, given.code)
  fill(/^Tên trang/, given.siteName)
  fill(/^Họ tên của bạn/, ` ${given.name}`)
  fill(/^Thư điện tử/, given.email)
  fill(/^Mật khẩu/, given.password)
}

test('the first set-up is sent whole, with what was chosen about a second person', async () => {
  const { api, onDone } = openSetup({ 'POST /api/v1/auth/setup': 204 })
  press('Tạo tài khoản quản trị')
  await waitFor(() => expect(wrong()).toEqual(['code', 'siteName', 'name', 'email', 'password']))
  expect([document.activeElement?.getAttribute('name'), api.sent]).toEqual(['code', []])
  fillSetup()
  press('Tạo tài khoản quản trị')
  await waitFor(() => expect(onDone).toHaveBeenCalledWith(given))
  expect(api.sent.map(({ body }) => body)).toEqual([given])
})

test.each([
  ['a wrong code', problem({ status: 403, code: 'confirmation_failed' }), 'code', /^Mã thiết lập không đúng/],
  [
    'a common password',
    problem({ status: 400, code: 'invalid_request', errors: [{ in: 'body', pointer: '/password', code: 'common_password' }] }),
    'password',
    /^Mật khẩu này nhiều người dùng/,
  ],
  [
    'an address that the API does not take',
    problem({ status: 400, code: 'invalid_request', errors: [{ in: 'body', pointer: '/email', code: 'pattern' }] }),
    'email',
    'Hãy xem lại ô này.',
  ],
])('%s is said beside its field, and all that was filled in stays', async (_name, answer, name, said) => {
  const { onDone } = openSetup({ 'POST /api/v1/auth/setup': answer })
  fillSetup()
  press('Tạo tài khoản quản trị')
  await screen.findByText(said)
  expect([wrong(), document.activeElement?.getAttribute('name')]).toEqual([[name], name])
  expect(screen.getByLabelText<HTMLInputElement>(/^Tên trang/).value).toBe(given.siteName)
  expect(onDone).not.toHaveBeenCalled()
})
