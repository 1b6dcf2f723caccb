import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { texts, typeBlock } from '../form/test-body.ts'
import { field, openForm, press, type } from '../form/test-desk.tsx'
import { createServer, type TestServer } from '../form/test-server.ts'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

/** Types and goes away without saving, as a reload does. */
function typeAndLeave(server: TestServer, isNew = false): void {
  const { unmount } = openForm(server, isNew)
  type('Tiêu đề', 'Tít chưa lưu')
  typeBlock(1, 'Đoạn chưa lưu.')
  unmount()
}

const offered = () => screen.queryByRole('button', { name: 'Khôi phục bản chưa lưu' })

test('what was typed and not saved is offered, with what it holds, and put back unsaved', () => {
  const server = createServer()
  typeAndLeave(server)
  openForm(server)
  expect(screen.getByRole('region', { name: 'Có bản chưa lưu' }).textContent).toContain('Gồm: tiêu đề, nội dung.')
  expect(field('Tiêu đề').value).toBe('Tít cũ')
  press('Khôi phục bản chưa lưu')
  expect(field('Tiêu đề').value).toBe('Tít chưa lưu')
  expect(texts()).toEqual(['Đoạn chưa lưu.'])
  expect(offered()).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Lưu và đăng' }))
  expect(server.sent).toEqual([])
})

test('a new article is offered back too', () => {
  const server = createServer()
  typeAndLeave(server, true)
  openForm(server, true)
  press('Khôi phục bản chưa lưu')
  expect(field('Tiêu đề').value).toBe('Tít chưa lưu')
})

test('after a save nothing is offered any more', async () => {
  const server = createServer()
  const { unmount } = openForm(server)
  type('Tiêu đề', 'Tít mới')
  press('Lưu')
  await screen.findByText(/^Đã lưu lúc/)
  unmount()
  openForm(server)
  expect(offered()).toBeNull()
})

test('what someone else saved since is shown beside it, and nothing is put over it unasked', () => {
  const server = createServer()
  typeAndLeave(server)
  server.change({ title: 'Tít của họ' })
  openForm(server)
  press('Khôi phục bản chưa lưu')
  const dialog = screen.getByRole('dialog', { name: 'Bài đã có người khác sửa' })
  expect(dialog.textContent).toContain('Tít của họ')
  expect(dialog.textContent).toContain('Tít chưa lưu')
  fireEvent.click(screen.getByRole('radio', { name: 'Bản của Trần Minh' }))
  press('Đặt vào bài')
  expect(field('Tiêu đề').value).toBe('Tít của họ')
  expect(texts()).toEqual(['Đoạn chưa lưu.'])
  expect(JSON.stringify(localStorage)).toContain('Tít chưa lưu')
})

test('what was typed after opening is set aside, not lost, when the older text takes its place', () => {
  const server = createServer()
  typeAndLeave(server)
  openForm(server)
  type('Tiêu đề', 'Tít gõ sau')
  press('Khôi phục bản chưa lưu')
  expect(field('Tiêu đề').value).toBe('Tít chưa lưu')
  press('Khôi phục bản chưa lưu')
  expect(field('Tiêu đề').value).toBe('Tít gõ sau')
})

test('it is dropped only after a second question', () => {
  const server = createServer()
  typeAndLeave(server)
  openForm(server)
  press('Bỏ bản chưa lưu')
  expect(JSON.stringify(localStorage)).toContain('Tít chưa lưu')
  fireEvent.click(screen.getAllByRole('button', { name: 'Bỏ bản chưa lưu' }).at(-1) as HTMLElement)
  expect(offered()).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Lưu và đăng' }))
  expect(JSON.stringify(localStorage)).not.toContain('Tít chưa lưu')
})
