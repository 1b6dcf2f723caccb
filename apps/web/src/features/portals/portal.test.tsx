import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { portals as words } from '../../lib/i18n/desk/vi-portals.ts'
import { AddPortalDialog } from './add-portal-dialog.tsx'
import { PortalFacts, PortalRead } from './portal-facts.tsx'
import { PortalKeys } from './portal-keys.tsx'
import { portalQuery } from './portals.api.ts'
import { sayBehind } from './say-behind.ts'
import { testKey, testPortal } from './test-portal.ts'

const said = { said: null, done: vi.fn(), failed: vi.fn(), hush: vi.fn() }
beforeEach(() => {
  for (const say of [said.done, said.failed, said.hush]) say.mockReset()
})
afterEach(cleanup)

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const fill = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const secret = `btk_BBBB2222_${'s'.repeat(43)}_1234567`
const endOf = (day: string) => `${day}T23:59:00+07:00`
const keys = (portal = testPortal(), mayChange = true) => (
  <PortalKeys portal={portal} mayChange={mayChange} endOf={endOf} today="2026-11-29" saying={said} />
)

test('a new key is shown until it is closed; then the page and all that is remembered of the API have it no more', async () => {
  const made = { ...testKey({ id: 'k2', prefix: 'btk_BBBB2222' }), key: secret }
  const api = recordingApi({ 'POST /clients/c1/keys': made })
  const { client } = renderWithApi(keys(), api)
  press('Tạo khoá truy cập')
  fill(/^Dùng được đến hết ngày/, '2027-01-31')
  press('Tạo khoá')
  expect(await screen.findByText(secret)).toBeDefined()
  expect(screen.getByText(/không ai xem lại được nữa/)).toBeDefined()
  expect(api.changes()).toMatchObject([{ version: '"4"', body: { expiresAt: '2027-01-31T23:59:00+07:00' } }])
  press('Tôi đã cất, đóng lại')
  expect(document.body.textContent).not.toContain(secret)
  await waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]))
  const remembered = client
    .getQueryCache()
    .getAll()
    .map(({ state }) => state.data)
  expect(JSON.stringify(remembered)).not.toContain(secret)
})

test('a day that is over and a sixth key are refused in words, and what is filled in stays', async () => {
  let answer = problem({ status: 400, code: 'invalid_request', errors: [{ in: 'body', pointer: '/expiresAt', code: 'past', message: '' }] })
  renderWithApi(keys(), recordingApi({ 'POST /clients/c1/keys': () => answer }))
  press('Tạo khoá truy cập')
  const field = screen.getByLabelText<HTMLInputElement>(/^Dùng được đến hết ngày/)
  fill(/^Dùng được đến hết ngày/, '2026-11-01')
  press('Tạo khoá')
  await screen.findByText(words.keys.expiresWrong)
  expect(field.getAttribute('aria-invalid')).toBe('true')
  answer = problem({ status: 409 })
  press('Tạo khoá')
  await screen.findByText(words.keys.tooMany)
  expect(field.value).toBe('2026-11-01')
})

test('a key is revoked after it was asked once more; one that is revoked says by whom and has no button', async () => {
  const over = testKey({ revokedAt: '2026-11-28T09:00:00+07:00', revokedBy: { id: 'b', name: 'Trần Thị Bình' } })
  const api = recordingApi({ 'DELETE /clients/c1/keys/k1': testPortal({ version: 5, keys: [over] }) })
  const { show, client } = renderWithApi(keys(), api)
  press('Thu hồi khoá btk_AAAA1111')
  expect(api.changes()).toEqual([])
  press('Thu hồi ngay')
  await waitFor(() => expect(said.done).toHaveBeenCalledWith('Đã thu hồi khoá btk_AAAA1111.'))
  show(keys(client.getQueryData(portalQuery('c1').queryKey)))
  expect(screen.getByText('Thu hồi 09:00, 28/11/2026, bởi Trần Thị Bình')).toBeDefined()
  expect(screen.queryByRole('button', { name: /^Thu hồi/ })).toBeNull()
})

test('what the API refuses of a new portal stands at its field; nothing is sent of what is not whole', async () => {
  const errors = [{ in: 'body', pointer: '/responsibleUserId', code: 'unknown', message: '' }]
  const api = recordingApi({ 'POST /clients': () => problem({ status: 422, code: 'unknown_reference', errors }) })
  const places = [{ id: '', name: 'Mọi đơn vị' }]
  renderWithApi(<AddPortalDialog places={places} me={{ id: 'me', name: 'An' }} onAdded={vi.fn()} onClose={vi.fn()} />, api)
  fill(/^Số lượt gọi/, '5000')
  press('Thêm cổng')
  expect([screen.getByText(words.missing), screen.getByText(words.form.limitWrong)]).toHaveLength(2)
  expect(api.changes()).toEqual([])
  fill(/^Tên cổng/, ' Cổng A ')
  fill(/^Số lượt gọi/, '20')
  press('Thêm cổng')
  await screen.findByText(words.unknown.responsibleUserId)
  const body = {
    name: 'Cổng A',
    contact: null,
    unitId: null,
    scopes: ['read', 'acknowledge'],
    requestsPerSecond: 20,
    responsibleUserId: 'me',
  }
  expect(api.changes()).toMatchObject([{ body }])
})

test('only what was changed is saved; a change by somebody else is said, and the next time it is saved over that', async () => {
  let answer: object = problem({ status: 412 })
  const now = testPortal({ version: 9, contact: '0123' })
  const api = recordingApi({ 'PATCH /clients/c1': () => answer, 'GET /clients/c1': now })
  renderWithApi(<PortalFacts portal={testPortal()} saying={said} />, api)
  fill(/^Liên hệ/, 'an@example.vn')
  press('Lưu thay đổi')
  await waitFor(() => expect(said.failed).toHaveBeenCalledWith(expect.stringMatching(/^Người khác vừa sửa: Liên hệ/)))
  answer = { ...now, version: 10, contact: 'an@example.vn' }
  press('Lưu thay đổi')
  await waitFor(() => expect(said.done).toHaveBeenCalledWith(words.saved))
  expect(api.changes()).toMatchObject([
    { version: '"4"', body: { contact: 'an@example.vn' } },
    { version: '"9"', body: { contact: 'an@example.vn' } },
  ])
})

test('who may only look sees what is noted and the keys by their first characters, without a button or a field', () => {
  const portal = testPortal({ responsible: { id: 'x', name: 'Lê Văn Cường', isDisabled: true } })
  const reading = (
    <>
      <PortalRead portal={portal} />
      {keys(portal, false)}
    </>
  )
  renderWithApi(reading, recordingApi({}))
  expect(screen.getByText('Lê Văn Cường (tài khoản đã khoá: chưa ai phụ trách)')).toBeDefined()
  expect(within(screen.getByRole('list')).getByText('btk_AAAA1111…')).toBeDefined()
  expect([screen.queryAllByRole('button'), screen.queryAllByRole('textbox')]).toEqual([[], []])
})

test('how far a portal is, is said by the day where the site is', () => {
  const say = (over: object, now: string) => {
    const { scopes, acknowledgement } = testPortal()
    return sayBehind({ scopes, acknowledgement: { ...acknowledgement, ...over } }, words.behind, 'vi', Date.parse(now))
  }
  expect(say({}, '2026-11-27T16:59:00Z')).toBe('Chậm 12 mục, từ 10:05 hôm nay')
  expect(say({}, '2026-11-27T17:01:00Z')).toBe('Chậm 12 mục, từ 10:05 hôm qua')
  expect(say({}, '2026-11-30T17:01:00Z')).toBe('Chậm 12 mục, từ 10:05 ngày 27/11/2026')
  expect(say({ behind: 10_000 }, '2026-11-27T16:59:00Z')).toBe('Chậm hơn 10.000 mục, từ 10:05 hôm nay')
  expect([say({ behind: 0, behindSince: null }, '2026-11-27T16:59:00Z'), say({ behind: null }, '2026-11-27T16:59:00Z')]).toEqual([
    'Đã nhận đủ',
    'Chưa báo đã nhận lần nào',
  ])
})
