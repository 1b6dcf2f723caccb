import type { Actor } from '@bantin/shared/permissions'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openForm, press } from '../form/test-desk.tsx'
import { createServer, refusal, type TestServer } from '../form/test-server.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const admin: Actor = { userId: 'lan', grants: [{ role: 'admin', unitId: null }] }
const published = { workState: 'none', publicState: 'published', edition: 2, publishedAt: '2021-12-28T07:00:00+07:00' } as const
const dialog = () => within(screen.getByRole('dialog'))
const answer = (name: string) => fireEvent.click(dialog().getByRole('button', { name }))
const fill = (label: RegExp, value: string) => fireEvent.input(dialog().getByRole('textbox', { name: label }), { target: { value } })
const sent = (server: TestServer) => server.sent.map(({ line, body }) => [line.split(/[ /]/).at(-1), body])

test('the answer to a verb says how every address of the article answers from now on', async () => {
  openForm(createServer(published))
  press('Gỡ ngay')
  const status = (await screen.findByText(/^Đã gỡ lúc/)).closest<HTMLElement>('[role="status"]')
  expect(status?.textContent).toContain('Địa chỉ của bài từ bây giờ:/bai-viet/tit-cu: báo không tìm thấy')
  press('Đăng lại')
  await screen.findByText('/bai-viet/tit-cu')
  expect(screen.getByText('/bai-viet/tit-cu').closest('li')?.textContent).toBe('/bai-viet/tit-cu: mở được')
})

test('the reason for taking down can be given afterwards', async () => {
  const hold = { reason: null, at: new Date().toISOString() }
  const server = createServer({ ...published, publicState: 'held', hold })
  openForm(server)
  press('Ghi lý do gỡ')
  fill(/^Lý do/, 'Sai số liệu')
  answer('Ghi lý do gỡ')
  await screen.findByText(/^Đã ghi lý do gỡ/)
  expect(sent(server)).toEqual([['hold', { reason: 'Sai số liệu' }]])
})

test('removing asks what readers will see and why', async () => {
  const server = createServer(published)
  openForm(server)
  press('Gỡ bỏ')
  answer('Gỡ bỏ')
  await dialog().findByText('Hãy chọn người đọc sẽ thấy gì.')
  expect(document.activeElement).toBe(dialog().getAllByRole('radio')[0])
  fireEvent.click(dialog().getByRole('radio', { name: /^Không tìm thấy/ }))
  fill(/^Lý do gỡ bỏ/, 'Đăng nhầm.')
  answer('Gỡ bỏ')
  await screen.findByText(/^Đã gỡ bỏ lúc/)
  expect(sent(server)).toEqual([['remove', { answer: 'vanish', reason: 'Đăng nhầm.' }]])
})

describe('redacting', () => {
  test('asks which editions, why, and whether that is understood; what readers see now cannot be chosen', async () => {
    const server = createServer(published)
    openForm(server, false, admin)
    press('Xoá dữ liệu cá nhân')
    expect(dialog().getByRole<HTMLInputElement>('checkbox', { name: 'Lần đăng 2' }).disabled).toBe(true)
    answer('Xoá dữ liệu cá nhân')
    await dialog().findByText('Hãy đánh dấu là bạn đã hiểu.')
    expect(server.sent).toEqual([])
    fireEvent.click(dialog().getByRole('checkbox', { name: 'Lần đăng 1' }))
    fill(/^Lý do/, 'Công dân yêu cầu.')
    fireEvent.click(dialog().getByRole('checkbox', { name: /^Tôi hiểu/ }))
    answer('Xoá dữ liệu cá nhân')
    await screen.findByText(/^Đã xoá nội dung/)
    expect(sent(server)).toEqual([['redact', { editions: [1], reason: 'Công dân yêu cầu.' }]])
  })

  test('is not for a publisher', () => {
    openForm(createServer(published))
    expect(screen.queryByRole('button', { name: 'Xoá dữ liệu cá nhân' })).toBeNull()
  })
})

describe('redirecting', () => {
  const card = { id: 'other', title: 'Bài thay thế', publishedAt: '2021-12-01T07:00:00+07:00', categories: [], hero: null }
  const page = { data: [card], page: { next: null } }

  test('goes to an article that was found by its title', async () => {
    const server = createServer(published)
    openForm(server)
    server.next = () => Promise.resolve(Response.json(page))
    press('Chuyển sang bài khác')
    answer('Chuyển sang bài khác')
    await dialog().findByText('Hãy chọn bài thay thế.')
    fireEvent.input(dialog().getByRole('combobox'), { target: { value: 'thay the' } })
    fireEvent.click(await dialog().findByRole('option', { name: 'Bài thay thế · 01/12/2021' }))
    answer('Chuyển sang bài khác')
    await screen.findByText(/^Đã chuyển sang bài khác lúc/)
    expect(sent(server)).toEqual([['redirect', { target: 'other' }]])
  })

  test('goes to the article of a pasted address, and says when there is none', async () => {
    const server = createServer(published)
    openForm(server)
    server.next = () => Promise.resolve(Response.json(page))
    press('Chuyển sang bài khác')
    await screen.findByRole('dialog')
    fill(/^Hoặc dán địa chỉ/, 'https://cong.example/bai-viet/khong-co?x=1')
    server.next = () => Promise.resolve(refusal(404, 'not_found'))
    answer('Chuyển sang bài khác')
    await dialog().findByText('Không có bài nào đang đăng ở địa chỉ này.')
    fill(/^Hoặc dán địa chỉ/, 'https://cong.example/bai-viet/bai-thay-the')
    server.next = () => Promise.resolve(Response.json({ ...card, body: {} }))
    answer('Chuyển sang bài khác')
    await screen.findByText(/^Đã chuyển sang bài khác lúc/)
    expect(sent(server)).toEqual([['redirect', { target: 'other' }]])
  })
})

describe('handing on', () => {
  test('gives the article to one of those who may write it', async () => {
    const server = createServer()
    openForm(server)
    press('Giao bài')
    const people = await dialog().findByRole<HTMLSelectElement>('combobox', { name: 'Phụ trách' })
    expect([...people.options].map(({ text }) => text)).toEqual(['Chưa giao ai', 'Phạm Thu Hà', 'Lê Quang Vinh'])
    fireEvent.change(people, { target: { value: 'vinh' } })
    answer('Giao bài')
    await screen.findByText('Đã giao bài cho Lê Quang Vinh.')
    expect(sent(server)).toEqual([['assign', { userId: 'vinh' }]])
  })

  test('opens the copy of an article', async () => {
    const server = createServer(published)
    const { left } = openForm(server)
    press('Nhân bản')
    await expect.poll(() => left).toEqual(['copy its-copy'])
  })

  test('deletes a draft only after asking, and leads to the list', async () => {
    const server = createServer()
    const { left } = openForm(server)
    press('Xoá bản nháp')
    expect(server.sent).toEqual([])
    answer('Xoá bản nháp')
    await expect.poll(() => left).toEqual(['list'])
    expect(server.sent.map(({ line, version }) => [line.split(' ')[0], version])).toEqual([['DELETE', '"3"']])
  })
})
