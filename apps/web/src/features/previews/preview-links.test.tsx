import type { Preview } from '@bantin/shared/previews'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { PreviewLinks } from './preview-links.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const list = 'GET /articles/a1/previews?limit=20'
const far = '2999-01-01T08:00:00+07:00'

function preview(id: string, part: Partial<Preview> = {}): Preview {
  const createdBy = { id: 'lan', name: 'Lan' }
  return { id, createdAt: '2021-12-28T10:32:00+07:00', createdBy, expiresAt: far, revokedAt: null, ...part }
}

function open(previews: Preview[], answers: Parameters<typeof recordingApi>[0] = {}, mayEdit = true) {
  const api = recordingApi({ [list]: { data: previews, page: { next: null } }, ...answers })
  renderWithApi(<PreviewLinks articleId="a1" mayEdit={mayEdit} />, api)
  return api
}

const press = (name: string, inside: HTMLElement = document.body) => fireEvent.click(within(inside).getByRole('button', { name }))

test('a link is made for so many days and shown with its end, to be copied', async () => {
  const written = vi.fn(async () => undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: written } })
  const url = 'http://site/xem-truoc/bi-mat'
  const { changes } = open([], { 'POST /articles/a1/previews': { ...preview('p1'), url, token: 'bi-mat' } })
  await screen.findByText('Chưa có đường dẫn xem trước nào.')
  fireEvent.change(screen.getByLabelText('Mở được trong'), { target: { value: '3' } })
  press('Tạo đường dẫn xem trước')
  expect(((await screen.findByLabelText('Đường dẫn')) as HTMLInputElement).value).toBe(url)
  expect(screen.getByText(/Mở được đến 08:00, 01\/01\/2999\.$/)).toBeDefined()
  press('Chép đường dẫn')
  await screen.findByText('Đã chép.')
  expect([changes(), written.mock.calls]).toEqual([
    [{ line: 'POST /articles/a1/previews', version: null, key: null, body: { expiresInHours: 72 } }],
    [[url]],
  ])
})

test('each link says who made it and whether it opens; only what opens can be revoked, after a question', async () => {
  const links = [
    preview('p3'),
    preview('p2', { expiresAt: '2021-12-29T10:32:00+07:00' }),
    preview('p1', { revokedAt: '2021-12-28T11:00:00+07:00' }),
  ]
  const { changes } = open(links, { 'DELETE /articles/a1/previews/p3': 204 })
  const items = await screen.findAllByRole('listitem')
  expect(items.map((item) => item.querySelector('p')?.textContent)).toEqual([
    'Lan tạo lúc 10:32, 28/12/2021 · Mở được đến 08:00, 01/01/2999',
    'Lan tạo lúc 10:32, 28/12/2021 · Đã hết hạn lúc 10:32, 29/12/2021',
    'Lan tạo lúc 10:32, 28/12/2021 · Đã huỷ lúc 11:00, 28/12/2021',
  ])
  press('Huỷ đường dẫn xem trước tạo lúc 10:32, 28/12/2021')
  press('Huỷ đường dẫn', await screen.findByRole('dialog'))
  await screen.findByText('Đã huỷ đường dẫn.')
  expect(changes().map(({ line }) => line)).toEqual(['DELETE /articles/a1/previews/p3'])
})

test('a failure is said', async () => {
  open([], { 'POST /articles/a1/previews': 503 })
  await screen.findByText('Chưa có đường dẫn xem trước nào.')
  press('Tạo đường dẫn xem trước')
  expect(await screen.findByText('Chưa làm được. Hãy thử lại.')).toBeDefined()
  expect(screen.queryByLabelText('Đường dẫn')).toBeNull()
})

test('who may only read makes and revokes nothing', async () => {
  open([preview('p1')], {}, false)
  await screen.findByRole('listitem')
  expect(screen.queryByRole('button')).toBeNull()
})
