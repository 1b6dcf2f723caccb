import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openForm, press } from './test-desk.tsx'
import { createServer } from './test-server.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const saved = () => screen.findByText(/^Đã lưu lúc/)
const genre = () => screen.getByLabelText<HTMLSelectElement>('Thể loại')
const related = () => within(screen.getByRole('group', { name: 'Bài liên quan' }))
const search = () => related().getByRole('combobox')
const titles = () =>
  related()
    .queryAllByRole('listitem')
    .map((row) => row.textContent?.replace(/^\d+/, ''))

const card = (id: string, title: string) => ({ id, title, publishedAt: '2026-01-01T07:00:00+07:00' })

test('the genre is one of the agency’s list, or none; one that the list has no more stays until another is chosen', async () => {
  const server = createServer({ genre: 'Ký sự' })
  openForm(server)
  expect([...genre().options].map(({ text }) => text)).toEqual(['Không ghi', 'Tin', 'Bài', 'Ký sự (không còn trong danh sách)'])
  for (const value of ['Bài', '']) {
    fireEvent.change(genre(), { target: { value } })
    press('Lưu')
    await saved()
  }
  expect(server.sent.map(({ body }) => body)).toEqual([{ genre: 'Bài' }, { genre: null }])
})

test('articles are put beside this one by their titles, in an order; what can be added is asked for by whoever looks for it', async () => {
  const server = createServer({ relatedIds: ['r1', 'gone'] })
  openForm(server)
  expect(titles()).toEqual(['Bài cũ bên cạnh', 'Một bài hiện không đăng'])
  const others = [card('r2', 'Cầu thông xe'), card('r1', 'Bài cũ bên cạnh'), card(server.article.id, 'Tít cũ')]
  server.next = () => Promise.resolve(Response.json({ data: others, page: { next: null } }))
  fireEvent.focus(search())
  fireEvent.click(search())
  const options = await related().findAllByRole('option')
  expect(options.map(({ textContent }) => textContent)).toEqual(['Cầu thông xe · 01/01/2026'])
  fireEvent.click(options[0] as HTMLElement)
  press('Chuyển lên: Cầu thông xe')
  press('Bỏ: Một bài hiện không đăng')
  expect(titles()).toEqual(['Bài cũ bên cạnh', 'Cầu thông xe'])
  press('Lưu')
  await saved()
  expect(server.sent.map(({ body }) => body)).toEqual([{ relatedIds: ['r1', 'r2'] }])
})

test('with ten beside it no more can be added', () => {
  openForm(createServer({ relatedIds: Array.from({ length: 10 }, (_, at) => `n${at}`) }))
  expect([related().getByText('Đã đủ 10 bài.').tagName, related().queryByRole('combobox')]).toEqual(['P', null])
})
