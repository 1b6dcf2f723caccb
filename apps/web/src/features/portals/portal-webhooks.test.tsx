import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { webhooks as words } from '../../lib/i18n/desk/vi-webhooks.ts'
import { PortalWebhooks } from './portal-webhooks.tsx'
import { testMessage, testPortal, testWebhook } from './test-portal.ts'

const said = { said: null, done: vi.fn(), failed: vi.fn(), hush: vi.fn() }
beforeEach(() => {
  for (const say of [said.done, said.failed, said.hush]) say.mockReset()
})
afterEach(cleanup)

const other = testWebhook({ id: 'w9', client: { id: 'c9', name: 'Cổng khác' }, url: 'https://khac.example.vn/bao' })
const messages = 'GET /webhook-deliveries?webhookId=w1&limit=20'
const secret = 'whsec_c2VjcmV0'
const page = (data: object[]) => ({ data, page: { next: null } })

function showWebhooks(answers: Parameters<typeof recordingApi>[0] = {}, mayChange = true, webhook = testWebhook()) {
  const api = recordingApi({ 'GET /webhooks': page([webhook, other]), [messages]: page([testMessage()]), ...answers })
  renderWithApi(<PortalWebhooks portal={testPortal()} mayChange={mayChange} saying={said} />, api)
  return api
}

const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const fill = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

test('an address that may not be called is refused at its field; the secret of one that may is shown until it is closed', async () => {
  let answer: object = problem({
    status: 400,
    code: 'invalid_request',
    errors: [{ in: 'body', pointer: '/url', code: 'not_allowed', message: '' }],
  })
  const api = showWebhooks({ 'POST /webhooks': () => answer })
  await press('Thêm địa chỉ')
  fill(/^Địa chỉ \(/, 'http://localhost/')
  fireEvent.click(screen.getAllByRole('button', { name: 'Thêm địa chỉ' }).at(-1) as HTMLElement)
  await screen.findByText(words.urlWrong)
  answer = { ...testWebhook({ id: 'w2', url: 'https://moi.example.vn/' }), secret }
  fill(/^Địa chỉ \(/, 'https://moi.example.vn/')
  fireEvent.click(screen.getAllByRole('button', { name: 'Thêm địa chỉ' }).at(-1) as HTMLElement)
  await screen.findByText(secret)
  expect(api.changes().at(-1)?.body).toEqual({ clientId: 'c1', url: 'https://moi.example.vn/' })
  await press('Tôi đã cất, đóng lại')
  expect(document.body.textContent).not.toContain(secret)
})

test('a new secret is made over the version that was read, and for how long the former one signs is checked first', async () => {
  const api = showWebhooks({ 'POST /webhooks/w1/secret': { ...testWebhook({ version: 3 }), secret } })
  await press(/^Đổi khoá ký/)
  fill(/^Khoá cũ còn ký thêm/, '200')
  await press('Tạo khoá ký mới')
  await screen.findByText(words.overlapWrong)
  expect(api.changes()).toEqual([])
  fill(/^Khoá cũ còn ký thêm/, '48')
  await press('Tạo khoá ký mới')
  await screen.findByText(secret)
  expect(api.changes()).toMatchObject([{ version: '"2"', body: { overlapHours: 48 } }])
})

test('what ends something is asked once more; when somebody else was faster nothing is done, and what stands is read', async () => {
  const api = showWebhooks({ 'PATCH /webhooks/w1': () => problem({ status: 412 }), 'DELETE /webhooks/w1': 204 })
  await press(/^Tắt https/)
  expect(api.changes()).toEqual([])
  const reads = api.sent.filter(({ line }) => line === 'GET /webhooks').length
  await press('Tắt ngay')
  await waitFor(() => expect(said.failed).toHaveBeenCalledWith(words.changedBeside))
  await waitFor(() => expect(api.sent.filter(({ line }) => line === 'GET /webhooks').length).toBe(reads + 1))
  await press(/^Xoá https/)
  await press('Xoá hẳn')
  await waitFor(() => expect(said.done).toHaveBeenCalledWith(words.removed))
  expect(api.changes().map(({ line, version }) => [line, version])).toEqual([
    ['PATCH /webhooks/w1', '"2"'],
    ['DELETE /webhooks/w1', '"2"'],
  ])
})

test('messages say what they tell and what came of them, are found by their result, and are sent again', async () => {
  const api = showWebhooks({
    'GET /webhook-deliveries?webhookId=w1&status=delivered&limit=20': page([]),
    'POST /webhook-deliveries/m1/resend': testMessage({ status: 'waiting' }),
  })
  expect(await screen.findByText('Bài, đính chính (mục 42): Khai giảng năm học mới')).toBeDefined()
  expect(screen.getByText(/^9 lần gửi · HTTP 503 · /)).toBeDefined()
  await press('Gửi lại: Bài, đính chính, Khai giảng năm học mới')
  await waitFor(() => expect(said.done).toHaveBeenCalledWith(words.messages.sent))
  fireEvent.change(screen.getByLabelText('Kết quả'), { target: { value: 'delivered' } })
  expect(await screen.findByText(words.messages.emptyFiltered)).toBeDefined()
  expect(api.changes()).toHaveLength(1)
})

test('who may only look sees the endpoints of this portal alone and their messages, and may only look again', async () => {
  showWebhooks({}, false)
  await screen.findByText(/^Bài, đính chính/)
  expect(screen.queryByText(other.url)).toBeNull()
  expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([words.messages.refresh])
})

test('one that said that it is gone says so, and is turned on rather than tried', async () => {
  const gone = testWebhook({ disabledAt: '2026-11-28T08:00:00+07:00', disabledBecause: 'gone' })
  const api = showWebhooks({ 'PATCH /webhooks/w1': testWebhook({ version: 3 }) }, true, gone)
  expect(await screen.findByText(/^Tự tắt từ 08:00, 28\/11\/2026/)).toBeDefined()
  expect([screen.queryByRole('button', { name: /^Gửi thử/ }), screen.queryByRole('button', { name: /^Gửi lại/ })]).toEqual([null, null])
  await press(/^Bật lại/)
  await waitFor(() => expect(said.done).toHaveBeenCalledWith(words.turnedOn))
  expect(api.changes()).toMatchObject([{ body: { isEnabled: true } }])
})
