import type { NotificationSettings, NotificationSettingsPatch } from '@bantin/shared/notifications'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { notificationSettingsQuery } from './notifications.api.ts'
import { ToldSettings } from './told-settings.tsx'

afterEach(cleanup)

let stored: NotificationSettings
let refusal: (() => object) | null
let saving: Promise<void> | null
beforeEach(() => {
  stored = { mail: 'daily', muted: ['published'], chatHost: null, canMail: true, version: 3 }
  refusal = null
  saving = null
})

function change({ chatUrl, ...patch }: NotificationSettingsPatch): NotificationSettings {
  const chat = chatUrl === undefined ? {} : { chatHost: chatUrl && new URL(chatUrl).host }
  stored = { ...stored, ...patch, ...chat, version: stored.version + 1 }
  return stored
}

function Page() {
  const saying = useSaid()
  const { data } = useQuery(notificationSettingsQuery())
  return (
    <>
      <SaidLine {...saying} />
      {data ? <ToldSettings settings={data} saying={saying} /> : null}
    </>
  )
}

async function open() {
  const api = recordingApi({
    'GET /notifications/settings': () => stored,
    'PATCH /notifications/settings': async () => {
      await saving
      return refusal?.() ?? change(api.changes().at(-1)?.body as NotificationSettingsPatch)
    },
    'POST /notifications/test': () => refusal?.() ?? 204,
  })
  renderWithApi(<Page />, api)
  await screen.findByRole('heading', { name: 'Gửi thử' })
  return api
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name })
const kind = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })

test('when mails come and of what one is told is saved with the version that was read', async () => {
  const api = await open()
  expect([radio(/^Mỗi sáng/).checked, kind(/được đăng/).checked, kind(/trả lại/).checked]).toEqual([true, false, true])
  expect(screen.queryByRole('button', { name: 'Lưu' })).toBeNull()
  fireEvent.click(radio(/^Ngay khi/))
  fireEvent.click(kind(/được đăng/))
  fireEvent.click(kind(/trả lại/))
  press('Lưu')
  await screen.findByText('Đã lưu cách báo.')
  expect(api.changes()).toMatchObject([
    { line: 'PATCH /notifications/settings', version: '"3"', body: { mail: 'at_once', muted: ['returned'] } },
  ])
  expect(screen.queryByRole('button', { name: 'Lưu' })).toBeNull()
})

test('what is chosen while it is being saved stays chosen, and is saved after it', async () => {
  const api = await open()
  const { promise, resolve } = Promise.withResolvers<void>()
  saving = promise
  fireEvent.click(radio(/^Ngay khi/))
  press('Lưu')
  await screen.findByRole('button', { name: 'Đang lưu…' })
  fireEvent.click(kind(/trả lại/))
  resolve()
  await screen.findByText('Đã lưu cách báo.')
  expect([radio(/^Ngay khi/).checked, kind(/trả lại/).checked]).toEqual([true, false])
  press('Lưu')
  await waitFor(() => expect(screen.queryByRole('button', { name: /^(Lưu|Đang lưu…)$/ })).toBeNull())
  expect(api.changes().map(({ version, body }) => [version, body])).toEqual([
    ['"3"', { mail: 'at_once' }],
    ['"4"', { muted: ['published', 'returned'] }],
  ])
})

test('changed in another page meanwhile, the choice stays and goes with the newer version', async () => {
  const api = await open()
  fireEvent.click(radio(/^Không/))
  stored = { ...stored, version: 8 }
  refusal = () => problem({ status: 412 })
  press('Lưu')
  await screen.findByText(/^Cách báo vừa được đổi ở một trang khác/)
  refusal = null
  press('Lưu')
  await screen.findByText('Đã lưu cách báo.')
  expect(api.changes().map(({ version, body }) => [version, body])).toEqual([
    ['"3"', { mail: 'off' }],
    ['"8"', { mail: 'off' }],
  ])
})

test('the address of a chat is set, of which only the host is shown then, and removed after a question', async () => {
  const api = await open()
  press('Đặt địa chỉ')
  const field = screen.getByLabelText('Địa chỉ webhook')
  fireEvent.input(field, { target: { value: 'https://ai@chat.example/hooks/x' } })
  press('Lưu địa chỉ')
  expect([screen.getByText(/^Hãy dán một địa chỉ/), document.activeElement]).toEqual([expect.anything(), field])
  fireEvent.input(field, { target: { value: 'https://chat.example/hooks/bi-mat' } })
  refusal = () => problem({ status: 400, code: 'invalid_request' })
  press('Lưu địa chỉ')
  await screen.findByText('Máy chủ không nhận địa chỉ này. Hãy hỏi người vận hành.')
  refusal = null
  press('Lưu địa chỉ')
  await screen.findByText('Đang báo qua chat.example.')
  expect(document.body.innerHTML).not.toContain('bi-mat')
  press('Bỏ địa chỉ')
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Bỏ địa chỉ' }))
  await screen.findByText('Đã bỏ địa chỉ webhook.')
  expect(api.changes().at(-1)).toMatchObject({ version: '"4"', body: { chatUrl: null } })
})

test('changed in another page meanwhile, an address is refused once, and goes with the newer version', async () => {
  const api = await open()
  stored = { ...stored, version: 8 }
  refusal = () => problem({ status: 412 })
  press('Đặt địa chỉ')
  fireEvent.input(screen.getByLabelText('Địa chỉ webhook'), { target: { value: 'https://chat.example/hooks/bi-mat' } })
  press('Lưu địa chỉ')
  await screen.findByText(/^Cách báo vừa được đổi ở một trang khác, nên địa chỉ chưa được đổi/)
  refusal = null
  press('Lưu địa chỉ')
  await screen.findByText('Đang báo qua chat.example.')
  stored = { ...stored, version: 20 }
  refusal = () => problem({ status: 412 })
  const remove = (): void => {
    press('Bỏ địa chỉ')
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Bỏ địa chỉ' }))
  }
  remove()
  await screen.findByText(/^Cách báo vừa được đổi ở một trang khác, nên địa chỉ chưa được đổi/)
  refusal = null
  remove()
  await screen.findByText('Đã bỏ địa chỉ webhook.')
  expect(api.changes().map(({ version }) => version)).toEqual(['"3"', '"8"', '"9"', '"20"'])
})

test('whoever cancels the address is back at the button', async () => {
  await open()
  press('Đặt địa chỉ')
  press('Thôi')
  expect(document.activeElement?.textContent).toBe('Đặt địa chỉ')
})

test('a trial is sent where there is a place to send to', async () => {
  const api = await open()
  press('Gửi thử')
  await screen.findByText(/^Đã gửi thử/)
  refusal = () => problem({ status: 429, code: 'too_many_requests' })
  press('Gửi thử')
  await screen.findByText(/^Mỗi giờ chỉ gửi thử được vài lần/)
  expect(api.changes().map(({ line }) => line)).toEqual(['POST /notifications/test', 'POST /notifications/test'])
})

test('that mails go nowhere is said, by the server or by choice', async () => {
  stored = { ...stored, mail: 'off', canMail: false }
  await open()
  expect(screen.getByText(/^Máy chủ này chưa nối với máy chủ thư/)).toBeDefined()
  await waitFor(() => expect(screen.getByText(/^Chưa đặt nơi nào để gửi thử/)).toBeDefined())
  expect(screen.queryByRole('button', { name: 'Gửi thử' })).toBeNull()
})
