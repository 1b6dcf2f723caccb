import type { Receipt } from '@bantin/shared/article-verbs'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordingApi, renderWithApi } from '../../../../test/recording-api.tsx'
import { field, openForm, press, type } from '../form/test-desk.tsx'
import { createServer } from '../form/test-server.ts'
import { PortalReceipts } from './portal-receipts.tsx'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const published = { workState: 'none', publicState: 'published', edition: 1 } as const
const writeReason = (reason: string): void => {
  fireEvent.click(screen.getByText('Gỡ kèm lý do'))
  type('Lý do gỡ (chỉ ban biên tập thấy)', reason)
}
const done = (server: ReturnType<typeof createServer>) => server.sent.map(({ line, version }) => `${line.split('/').at(-1)} ${version}`)

test('taking down is one press, says so, and offers to put back', async () => {
  const server = createServer(published)
  openForm(server)
  press('Gỡ ngay')
  await screen.findByText(/^Đã gỡ lúc/)
  expect(server.article.publicState).toBe('held')
  press('Đăng lại')
  await screen.findByText(/^Đã đăng lại lúc/)
  expect(done(server)).toEqual(['hold "3"', 'put-back "4"'])
})

test('the reason goes along when one was written, and not with the next time', async () => {
  const server = createServer(published)
  openForm(server)
  writeReason('Sai số liệu')
  press('Gỡ ngay')
  await screen.findByText(/^Đã gỡ lúc/)
  press('Đăng lại')
  await screen.findByText(/^Đã đăng lại lúc/)
  press('Gỡ ngay')
  await screen.findByText(/^Đã gỡ lúc/)
  expect(server.sent.map(({ body }) => body)).toEqual([{ reason: 'Sai số liệu' }, {}, {}])
})

test('the focus goes to the answer, from where the keyboard goes on, also after the answer is closed', async () => {
  openForm(createServer(published))
  screen.getByRole('button', { name: 'Gỡ ngay' }).focus()
  press('Gỡ ngay')
  const answer = (await screen.findByText(/^Đã gỡ lúc/)).closest('[role="status"]')
  await waitFor(() => expect(document.activeElement).toBe(answer))
  press('Đóng')
  expect(screen.queryByText(/^Đã gỡ lúc/)).toBeNull()
  expect(document.activeElement).toBe(answer)
})

test('the answer leaves the focus to whoever has gone on to write', async () => {
  openForm(createServer(published))
  press('Gỡ ngay')
  field('Sapo').focus()
  await screen.findByText(/^Đã gỡ lúc/)
  expect(document.activeElement).toBe(field('Sapo'))
})

test('taking down with a reason has its own button beside the field', async () => {
  const server = createServer(published)
  openForm(server)
  writeReason('Sai số liệu')
  press('Gỡ với lý do này')
  await screen.findByText(/^Đã gỡ lúc/)
  expect(server.sent.map(({ body }) => body)).toEqual([{ reason: 'Sai số liệu' }])
})

test('taking down does not wait for a colleague’s change, and shows it where nothing is unsaved', async () => {
  const server = createServer(published)
  openForm(server)
  server.change({ title: 'Tít của họ' })
  press('Gỡ ngay')
  await screen.findByText(/^Đã gỡ lúc/)
  expect(server.article.publicState).toBe('held')
  expect(field('Tiêu đề').value).toBe('Tít của họ')
})

test('unsaved text stays after it, and saving it then still compares it with the colleague’s', async () => {
  const server = createServer(published)
  openForm(server)
  type('Tiêu đề', 'Tít của tôi')
  server.change({ title: 'Tít của họ' })
  press('Gỡ ngay')
  await screen.findByText(/^Đã gỡ lúc/)
  expect(field('Tiêu đề').value).toBe('Tít của tôi')
  press('Lưu')
  await screen.findByRole('dialog', { name: 'Bài đã có người khác sửa' })
  expect(server.article.title).toBe('Tít của họ')
})

test('any other verb waits until the colleague’s change was seen', async () => {
  const server = createServer({ ...published, publicState: 'held' })
  openForm(server)
  server.change({ title: 'Tít của họ' })
  press('Đăng lại')
  await screen.findByText(/^Trần Minh vừa sửa bài lúc 10:32\. Màn hình đã hiện bản mới/)
  expect(server.article.publicState).toBe('held')
  expect(field('Tiêu đề').value).toBe('Tít của họ')
  press('Đăng lại')
  await screen.findByText(/^Đã đăng lại lúc/)
})

test('the receipt says which portals have it: first that none has, then what is answered when they are asked for; without portals nothing is asked', async () => {
  const at = new Date(Date.now() - 12 * 60_000 - 5000).toISOString()
  const portal = (name: string, hasReceived: boolean) => ({ name, hasReceived, acknowledgedAt: at })
  const head: Omit<Receipt, 'portals'> = {
    at,
    seq: 7,
    reason: 'published',
    edition: 1,
    hash: null,
    head: 'sha256:0',
    served: [],
    caches: 'none',
  }
  const portals = [portal('Cổng A', true), portal('Cổng B', false)]
  const entry = { seq: 7, at, reason: 'published', edition: 1 }
  const api = recordingApi({ 'GET /articles/a1/receipt': { entry, portals } })
  const told = { ...head, portals: portals.map(({ name }) => portal(name, false)) }
  const { show, client } = renderWithApi(<PortalReceipts articleId="a1" receipt={told} />, api)
  const lines = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent)
  expect(lines()).toEqual(['Cổng A: chưa nhận', 'Cổng B: chưa nhận'])
  await waitFor(() => expect(lines()).toEqual(['Cổng A: đã nhận', 'Cổng B: chưa nhận, chậm 12 phút']))
  show(<PortalReceipts articleId="a2" receipt={{ ...head, portals: [] }} />)
  expect([lines(), api.sent.length]).toEqual([[], 1])
  client.clear()
})
