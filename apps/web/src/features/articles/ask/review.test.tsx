import type { Actor } from '@bantin/shared/permissions'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createServer, field, openForm, press, refusal, type TestServer, type } from '../form/test-desk.tsx'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const reporter: Actor = { userId: 'lan', grants: [{ role: 'reporter', unitId: 'office' }] }
const byColleague = { createdBy: 'minh', lastWriterId: 'minh', policy: 'review' } as const
const dialog = () => within(screen.getByRole('dialog'))
const answer = (name: string) => fireEvent.click(dialog().getByRole('button', { name }))
const sent = (server: TestServer) => server.sent.map(({ line, version, body }) => [line.split('/').slice(2).join('/'), version, body])

describe('an author', () => {
  test('submits what is on the screen, with a note if he writes one, and can then read and recall it', async () => {
    const server = createServer({ policy: 'review' })
    openForm(server, false, reporter)
    type('Tiêu đề', 'Tít mới')
    press('Gửi duyệt')
    fireEvent.input(dialog().getByRole('textbox'), { target: { value: ' Cần đăng hôm nay ' } })
    answer('Gửi duyệt')
    await screen.findByText(/^Đã gửi duyệt lúc/)
    expect(sent(server)).toEqual([
      ['', '"3"', { title: 'Tít mới' }],
      ['submit', '"4"', { note: 'Cần đăng hôm nay' }],
    ])
    expect(screen.getByRole('heading', { level: 1, name: 'Tít mới' })).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Lưu' })).toBeNull()

    press('Rút lại')
    await screen.findByText(/^Đã rút lại lúc/)
    expect(field('Tiêu đề').value).toBe('Tít mới')
  })

  test('whose text was not saved when a colleague submitted it keeps it, and has it back after recalling', async () => {
    const server = createServer({ policy: 'review' })
    openForm(server, false, reporter)
    type('Tiêu đề', 'Tít chưa lưu')
    server.article = { ...server.article, workState: 'in_review' }
    server.next = () => Promise.resolve(refusal(409, 'recall_first'))
    press('Lưu')
    await screen.findByText('Bài đang chờ duyệt nên chưa sửa được. Hãy rút lại rồi sửa.')
    expect(screen.getByRole('heading', { level: 1, name: 'Tít chưa lưu' })).toBeTruthy()
    expect(screen.getByText(/^Chữ chưa lưu của bạn vẫn hiện ở đây/)).toBeTruthy()
    press('Rút lại')
    await screen.findByText(/^Đã rút lại lúc/)
    expect(field('Tiêu đề').value).toBe('Tít chưa lưu')
    press('Lưu')
    await screen.findByText(/^Đã lưu lúc/)
    expect(server.article.title).toBe('Tít chưa lưu')
  })

  test('is asked for nothing when something is missing: the field is gone to', () => {
    openForm(createServer(), true, reporter)
    press('Gửi duyệt')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(field('Tiêu đề'))
  })
})

describe('a reviewer', () => {
  test('returns it with a note and not without', async () => {
    const server = createServer({ ...byColleague, workState: 'in_review' })
    openForm(server)
    press('Trả lại')
    answer('Trả lại')
    await dialog().findByText('Hãy ghi cần sửa gì.')
    expect(document.activeElement).toBe(field('Cần sửa gì'))
    type('Cần sửa gì', 'Thiếu nguồn.\nSố liệu cũ.')
    answer('Trả lại')
    await screen.findByText(/^Đã trả lại lúc/)
    expect(sent(server)).toEqual([['return', '"3"', { note: 'Thiếu nguồn.\nSố liệu cũ.' }]])
  })

  test('approves it, and then publishing and scheduling are offered', async () => {
    const server = createServer({ ...byColleague, workState: 'in_review' })
    openForm(server)
    press('Duyệt')
    answer('Duyệt')
    await screen.findByText(/^Đã duyệt lúc/)
    expect(sent(server)).toEqual([['approve', '"3"', {}]])
    expect([screen.getByRole('button', { name: 'Đăng' }), screen.getByRole('button', { name: 'Hẹn giờ' })]).toHaveLength(2)
    expect(screen.getByText('Bài đã được duyệt. Ai sửa bài thì bài phải duyệt lại.')).toBeTruthy()
  })

  test('who writes in it himself is told why he cannot approve it, at the button as well', () => {
    openForm(createServer({ ...byColleague, workState: 'in_review' }))
    type('Tiêu đề', 'Tít của tôi')
    const reason = screen.getByText('Cần người khác duyệt: bạn là người sửa sau cùng.')
    const approve = screen.getByRole('button', { name: 'Duyệt' })
    expect([approve.getAttribute('aria-disabled'), approve.getAttribute('aria-describedby')]).toEqual(['true', reason.id])
    press('Duyệt')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('a verb that is refused', () => {
  test('for want of a network stays with what was filled in, and goes through when it is tried again', async () => {
    const server = createServer({ ...byColleague, workState: 'in_review' })
    openForm(server)
    press('Trả lại')
    type('Cần sửa gì', 'Thiếu nguồn.')
    server.next = () => Promise.reject(new TypeError('Failed to fetch'))
    answer('Trả lại')
    await dialog().findByText(/^Không kết nối được/)
    expect(field('Cần sửa gì').value).toBe('Thiếu nguồn.')
    answer('Trả lại')
    await screen.findByText(/^Đã trả lại lúc/)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('because the article is elsewhere by now shows where, and says so', async () => {
    const server = createServer({ ...byColleague, workState: 'in_review' })
    openForm(server)
    press('Duyệt')
    server.article = { ...server.article, workState: 'draft' }
    server.next = () => Promise.resolve(refusal(409, 'move_not_allowed'))
    answer('Duyệt')
    await screen.findByText('Trạng thái của bài đã đổi. Màn hình đã hiện trạng thái mới.')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('Bản nháp')).toBeTruthy()
  })

  test('because a second person is asked for, of which a new article knew nothing, says that it is saved and what to do', async () => {
    const server = createServer({ policy: 'review' })
    openForm(server, true)
    type('Tiêu đề', 'Bài mới')
    type('Sapo', 'Một câu.')
    press('Đăng')
    server.next = () => {
      server.next = () => Promise.resolve(refusal(409, 'move_not_allowed'))
      return Promise.resolve(Response.json(Object.assign(server.article, { title: 'Bài mới', sapo: 'Một câu.' }), { status: 201 }))
    }
    answer('Đăng')
    await screen.findByText(/^Bài đã lưu nhưng chưa đăng/)
    expect(screen.getByRole('button', { name: 'Gửi duyệt' })).toBeTruthy()
  })

  test.each([
    [403, 'second_person_needed', {}, 'Cần người khác duyệt: bạn là người sửa sau cùng.'],
    [403, 'forbidden', {}, 'Bạn không có quyền làm việc này với bài.'],
  ])('with %i %s is said in a sentence', async (status, code, more, sentence) => {
    const server = createServer({ ...byColleague, workState: 'in_review' })
    openForm(server)
    press('Duyệt')
    server.next = () => Promise.resolve(refusal(status, code, more))
    answer('Duyệt')
    await screen.findByText(sentence)
  })
})
