import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openForm, press, type } from './test-desk.tsx'
import { createServer, refusal } from './test-server.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const saved = () => screen.findByText(/^Đã lưu lúc/)

test('a new article is made once, also when the answer was lost: the same is sent again first, then what was typed since', async () => {
  const server = createServer()
  openForm(server, true)
  server.next = () => Promise.reject(new TypeError('Failed to fetch'))
  type('Tiêu đề', 'Bài mới')
  press('Lưu')
  await screen.findByText(/^Mất kết nối: chưa lưu được/)
  type('Tiêu đề', 'Bài mới hơn')
  press('Thử lại')
  await saved()
  const [lost, again, ...rest] = server.sent
  expect(again).toEqual({ line: 'POST ', version: null, body: { title: 'Bài mới', unitId: 'office' }, key: lost?.key })
  expect(again?.key).toMatch(/^[a-z0-9]{8,}$/)
  expect(rest.map(({ line, body }) => [line.split(' ')[0], body])).toEqual([['PATCH', { title: 'Bài mới hơn' }]])
})

test('a new article that was refused is made anew: nothing was made before', async () => {
  const server = createServer()
  openForm(server, true)
  server.next = () => Promise.resolve(refusal(400, 'invalid_request'))
  type('Tiêu đề', 'Bài mới')
  press('Lưu')
  await screen.findByText(/^Chưa lưu được. Chữ/)
  type('Tiêu đề', 'Bài khác')
  press('Lưu')
  await saved()
  const [refused, made] = server.sent
  expect(made?.body).toEqual({ title: 'Bài khác', unitId: 'office' })
  expect(made?.key).not.toBe(refused?.key)
})
