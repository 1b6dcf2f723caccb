import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { problem, recordingApi } from '../../../test/recording-api.tsx'
import { person, renderWithSession, signedIn } from '../../../test/with-session.tsx'
import { createApiClient } from '../../lib/api-client.ts'
import { Password } from './password.tsx'

afterEach(cleanup)

async function open(answer: () => object | number) {
  const api = recordingApi({
    'POST /api/v1/auth/refresh': signedIn(),
    'POST /api/v1/auth/password': answer,
    'GET /articles': { ok: true },
  })
  const { session } = await renderWithSession(<Password />, api)
  return { api, session, changes: () => api.sent.filter(({ line }) => line === 'POST /api/v1/auth/password') }
}

const field = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label)
function change(current: string, next: string): void {
  fireEvent.input(field(/^Mật khẩu đang dùng/), { target: { value: current } })
  fireEvent.input(field(/^Mật khẩu mới/), { target: { value: next } })
  fireEvent.click(screen.getByRole('button', { name: 'Đổi mật khẩu' }))
}
const wrong = () => [...document.querySelectorAll('[aria-invalid="true"]')].map((each) => each.getAttribute('name'))

test('the password is changed as it is typed, and this page goes on with the session of the answer', async () => {
  const { api, session, changes } = await open(() => ({ ...signedIn(person({ version: 4 })), accessToken: 'new' }))
  change(' cũ có cách', 'bốn chữ dễ nhớ ')
  await screen.findByText('Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.')
  expect(changes().map(({ body }) => body)).toEqual([{ currentPassword: ' cũ có cách', password: 'bốn chữ dễ nhớ ' }])
  expect(session.state()).toMatchObject({ status: 'signedIn', user: { version: 4 } })
  expect([field(/^Mật khẩu đang dùng/).value, field(/^Mật khẩu mới/).value]).toEqual(['', ''])
  const sent: (string | null)[] = []
  const fetch: typeof globalThis.fetch = (input, init) => {
    sent.push(new Headers(init?.headers).get('authorization'))
    return api.fetch(input, init)
  }
  await createApiClient({ fetch, bearer: session.bearer }).get('/editorial/articles')
  expect(sent).toEqual(['Bearer new'])
})

test('what is missing or too short is said before anything is sent', async () => {
  const { changes } = await open(() => 503)
  change('', 'ngan')
  await screen.findByText('Hãy nhập mật khẩu đang dùng.')
  expect([screen.getByText('Mật khẩu cần ít nhất 8 ký tự.').hidden, wrong(), changes()]).toEqual([
    false,
    ['currentPassword', 'password'],
    [],
  ])
})

const refused = (code: string) => problem({ status: 400, code: 'invalid_request', errors: [{ in: 'body', pointer: '/password', code }] })
test.each([
  ['a wrong one', problem({ status: 403, code: 'confirmation_failed' }), 'currentPassword', 'Mật khẩu không đúng.'],
  ['a common new one', refused('common_password'), 'password', /^Mật khẩu này nhiều người dùng/],
  ['the same one again', refused('same_password'), 'password', /^Đây là mật khẩu đang dùng/],
])('%s is said beside its field', async (_name, answer, name, said) => {
  await open(() => answer)
  change('mật khẩu cũ', 'bốn chữ dễ nhớ')
  await screen.findByText(said)
  expect([wrong(), document.activeElement?.getAttribute('name')]).toEqual([[name], name])
})

test('too many tries say how long to wait', async () => {
  const answer = problem({ status: 429, code: 'too_many_requests' })
  answer.headers.set('retry-after', '30')
  await open(() => answer)
  change('mật khẩu cũ', 'bốn chữ dễ nhớ')
  await screen.findByText('Đã thử quá nhiều lần. Hãy đợi 30 giây rồi thử lại.')
  await waitFor(() => expect(wrong()).toEqual([]))
})
