import type { Actor } from '@bantin/shared/permissions'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { field, openForm, press, type } from '../form/test-desk.tsx'
import { createServer, refusal, type TestServer } from '../form/test-server.ts'

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
