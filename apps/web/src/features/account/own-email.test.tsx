import type { Me } from '@bantin/shared/auth'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi } from '../../../test/recording-api.tsx'
import { person, renderWithSession, signedIn } from '../../../test/with-session.tsx'
import { accountKey } from './account.api.ts'
import { OwnEmail } from './own-email.tsx'
import { useOwnAccount } from './use-own-account.ts'

afterEach(cleanup)

let stored: Me
let refusal: Response | number | null
beforeEach(() => {
  stored = person()
  refusal = null
})

function Page() {
  const { data } = useOwnAccount()
  return data ? <OwnEmail me={data} /> : null
}

async function open() {
  const api = recordingApi({
    'POST /api/v1/auth/refresh': signedIn(stored),
    'GET /api/v1/auth/me': () => stored,
    'POST /api/v1/auth/email': () => {
      if (refusal !== null) return refusal
      stored = { ...stored, ...(api.sent.at(-1)?.body as Pick<Me, 'email'>), version: stored.version + 1 }
      return stored
    },
  })
  const page = await renderWithSession(<Page />, api)
  await screen.findByRole('heading', { name: 'Thư điện tử' })
  return { ...page, changes: () => api.sent.filter(({ line }) => line === 'POST /api/v1/auth/email') }
}

const field = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label)
const email = () => field(/^Thư điện tử mới/)
const password = () => field(/^Mật khẩu đang dùng/)
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Đổi thư điện tử' }))
function change(to: string, given = ' có cách '): void {
  fireEvent.input(email(), { target: { value: to } })
  fireEvent.input(password(), { target: { value: given } })
  press()
}
const wrong = () => [...document.querySelectorAll('[aria-invalid="true"]')].map((each) => each.getAttribute('name'))

test('the e-mail is changed with the password as it is typed and the version it stands on, and the desk knows it at once', async () => {
  const { session, changes } = await open()
  change(' moi@example.gov.vn ')
  await screen.findByText('Đã đổi. Từ nay bạn đăng nhập bằng moi@example.gov.vn.')
  expect(changes()).toMatchObject([{ version: '"3"', body: { email: 'moi@example.gov.vn', password: ' có cách ' } }])
  expect(session.state()).toMatchObject({ status: 'signedIn', user: { email: 'moi@example.gov.vn', version: 4 } })
  expect([email().value, password().value]).toEqual(['', ''])
  change('khac@example.gov.vn')
  await screen.findByText('Đã đổi. Từ nay bạn đăng nhập bằng khac@example.gov.vn.')
  expect(changes().at(-1)?.version).toBe('"4"')
})

test.each([
  ['', '', ['email', 'password'], 'Hãy nhập mật khẩu đang dùng.'],
  ['lan', 'x', ['email'], 'Hãy ghi một địa chỉ thư, như lien@example.gov.vn.'],
  ['lan@example.gov.vn', 'x', ['email'], 'Đây là địa chỉ đang dùng.'],
])('what is missing or wrong is said before anything is sent: %j, %j', async (to, given, fields, said) => {
  const { changes } = await open()
  change(to, given)
  await screen.findByText(said)
  expect([wrong(), changes()]).toEqual([fields, []])
})

const isTaken = () => problem({ status: 409, errors: [{ in: 'body', pointer: '/email', code: 'email_taken', message: '' }] })
const isNone = () => problem({ status: 400, code: 'invalid_request', errors: [{ in: 'body', pointer: '/email', code: 'pattern' }] })
test.each([
  ['a wrong password', () => problem({ status: 403, code: 'confirmation_failed' }), 'password', 'Mật khẩu không đúng.'],
  ['an address that somebody has', isTaken, 'email', 'Đã có tài khoản với thư điện tử này.'],
  ['one that is none', isNone, 'email', 'Hãy ghi một địa chỉ thư, như lien@example.gov.vn.'],
])('%s is said beside its field', async (_name, answer, name, said) => {
  await open()
  refusal = answer()
  change('moi@example.gov.vn')
  await screen.findByText(said)
  expect([wrong(), document.activeElement?.getAttribute('name'), email().value]).toEqual([[name], name, 'moi@example.gov.vn'])
})

test('an e-mail that was changed elsewhere is told of; what was typed stays, and is sent when it is pressed again', async () => {
  const { changes } = await open()
  refusal = problem({ status: 412 })
  stored = { ...stored, email: 'o-noi-khac@example.gov.vn', version: 9 }
  change('moi@example.gov.vn')
  await screen.findByText(/^Thư điện tử vừa được đổi ở nơi khác; địa chỉ đang lưu là “o-noi-khac@example.gov.vn”/)
  expect(email().value).toBe('moi@example.gov.vn')
  refusal = null
  press()
  await screen.findByText('Đã đổi. Từ nay bạn đăng nhập bằng moi@example.gov.vn.')
  expect(changes().map(({ version }) => version)).toEqual(['"3"', '"9"'])
})

test('what is loaded anew is not written over unasked, unless the e-mail is as it was shown', async () => {
  const { client, session, changes } = await open()
  const loadAnew = async (part: Partial<Me>) => {
    stored = { ...stored, ...part }
    await client.refetchQueries({ queryKey: accountKey })
    await waitFor(() => expect(session.state()).toMatchObject({ user: { version: stored.version } }))
  }
  refusal = 503
  await loadAnew({ version: 4, name: 'Lan Anh' })
  change('moi@example.gov.vn')
  await screen.findByText(/^Máy chủ đang bận/)
  await loadAnew({ version: 5, email: 'o-noi-khac@example.gov.vn' })
  press()
  await waitFor(() => expect(changes().map(({ version }) => version)).toEqual(['"4"', '"3"']))
})

test('too many tries say how long to wait', async () => {
  await open()
  refusal = problem({ status: 429, code: 'too_many_requests' })
  refusal.headers.set('retry-after', '30')
  change('moi@example.gov.vn')
  await screen.findByText('Đã thử quá nhiều lần. Hãy đợi 30 giây rồi thử lại.')
  expect(wrong()).toEqual([])
})
