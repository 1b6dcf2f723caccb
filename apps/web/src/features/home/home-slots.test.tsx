import type { Home } from '@bantin/shared/home'
import { useQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { problem, recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { homeQuery } from './home.api.ts'
import { HomeSlots } from './home-slots.tsx'

afterEach(cleanup)

const slot = (id: string, publicState: 'published' | 'held' = 'published'): Home['slots'][number] => ({
  article: { id, slug: id, title: `Bài ${id}`, locale: 'vi', publicState, publishedAt: '2026-01-01T07:00:00+07:00' },
  until: null,
})

let stored: Home
let refusal: Response | null
beforeEach(() => {
  stored = { version: 3, slots: [slot('a'), slot('b')] }
  refusal = null
})

const articles = {
  items: ['b', 'c'].map((id) => ({ id, title: `Bài ${id}`, name: `Bài ${id} · 01/01/2026` })),
  more: null,
  busy: false,
  error: null,
  retry: () => undefined,
}

function Page() {
  const { data } = useQuery(homeQuery())
  if (!data) return null
  return (
    <HomeSlots home={data} articles={articles} timeZone="Asia/Ho_Chi_Minh" articleLink={(id, title) => <a href={`/${id}`}>{title}</a>} />
  )
}

async function open() {
  const api = recordingApi({
    'GET /home': () => stored,
    'PUT /home': () => {
      if (refusal) return refusal
      const [{ body } = { body: {} }] = api.changes().slice(-1)
      const { slots } = body as { slots: { articleId: string; until: string | null }[] }
      stored = { version: stored.version + 1, slots: slots.map(({ articleId, until }) => ({ ...slot(articleId), until })) }
      return stored
    },
  })
  renderWithApi(<Page />, api)
  await screen.findByRole('combobox')
  return api
}

const titles = () => screen.getAllByRole('link').map((link) => link.textContent)
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const add = (text: string): void => {
  const search = screen.getByRole('combobox')
  fireEvent.input(search, { target: { value: text } })
  fireEvent.keyDown(search, { key: 'Enter' })
}
const sent = (api: Awaited<ReturnType<typeof open>>) => api.changes().map(({ version, body }) => [version, body])

test('an article is found, put in its place and saved over what was read; until then nothing is sent', async () => {
  const api = await open()
  add('bai c')
  fireEvent.keyDown(screen.getByRole('link', { name: 'Bài c' }), { key: 'ArrowUp', altKey: true })
  press('Chuyển lên: Bài c')
  expect([titles(), document.activeElement?.getAttribute('aria-label'), api.changes()]).toEqual([
    ['Bài c', 'Bài a', 'Bài b'],
    'Chuyển lên: Bài c',
    [],
  ])
  expect(screen.getByText('Bài c: vị trí 1 trên 3')).toBeTruthy()
  press('Lưu thay đổi')
  await screen.findByText(/^Đã lưu/)
  const slots = ['c', 'a', 'b'].map((articleId) => ({ articleId, until: null }))
  expect(sent(api)).toEqual([['"3"', { slots }]])
  expect(screen.queryByRole('button', { name: 'Lưu thay đổi' })).toBeNull()
})

test('how long an article leads is asked by the clock of the portal, and not for a day that is over', async () => {
  const api = await open()
  press('Đổi thời hạn: Bài b')
  const dialog = within(screen.getByRole('dialog'))
  const take = (day: string): void => {
    fireEvent.change(dialog.getByLabelText('Ngày'), { target: { value: day } })
    fireEvent.click(dialog.getByRole('button', { name: 'Đặt thời hạn' }))
  }
  take('2020-01-01')
  await dialog.findByText('Thời hạn phải ở phía trước.')
  take('2999-01-01')
  await screen.findByText('Đến 23:59, 01/01/2999')
  press('Lưu thay đổi')
  await screen.findByText(/^Đã lưu/)
  expect(api.changes()[0]?.body).toMatchObject({ slots: [{ until: null }, { articleId: 'b', until: '2999-01-01T23:59:00+07:00' }] })
})

test('whoever was slower is told what stands there, and keeps what he arranged', async () => {
  const api = await open()
  press('Bỏ: Bài a')
  refusal = problem({ status: 412 })
  stored = { version: 8, slots: [slot('x')] }
  press('Lưu thay đổi')
  await screen.findByText(/^Người khác vừa sắp xếp lại trang chủ.*Bài x/)
  expect(titles()).toEqual(['Bài b'])
  refusal = null
  press('Lưu thay đổi')
  await screen.findByText(/^Đã lưu/)
  expect(sent(api).at(-1)).toEqual(['"8"', { slots: [{ articleId: 'b', until: null }] }])
})

test('an article that is not published any more is marked, and named when it keeps the rest from being saved', async () => {
  stored = { version: 3, slots: [slot('a', 'held'), slot('b')] }
  await open()
  expect(screen.getByText(/^Bài này không còn đăng/)).toBeTruthy()
  press('Chuyển xuống: Bài a')
  refusal = problem({
    status: 422,
    code: 'unknown_reference',
    errors: [{ in: 'body', pointer: '/slots/1/articleId', code: 'unknown', message: '' }],
  })
  press('Lưu thay đổi')
  await screen.findByText(/^Chưa lưu được vì có bài không còn đăng: Bài a\./)
  press('Bỏ thay đổi')
  expect(titles()).toEqual(['Bài a', 'Bài b'])
})

test('with nothing chosen it is said what leads then; ten are the most', async () => {
  stored = { version: 1, slots: [] }
  await open()
  expect(screen.getByText(/^Chưa chọn bài nào/)).toBeTruthy()
  cleanup()
  stored = { version: 1, slots: Array.from({ length: 10 }, (_, at) => slot(`n${at}`)) }
  renderWithApi(<Page />, recordingApi({ 'GET /home': () => stored }))
  await screen.findByText(/^Đã đủ 10 bài/)
  expect(screen.queryByRole('combobox')).toBeNull()
})
