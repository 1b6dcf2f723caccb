import type { Notification } from '@bantin/shared/notifications'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NotificationList } from './notification-list.tsx'

afterEach(cleanup)

const read = vi.fn()
beforeEach(() => void read.mockReset())

function told(part: Partial<Notification> = {}): Notification {
  const article = { id: 'a1', title: 'Bài một' }
  return { id: 'n1', kind: 'returned', at: '2026-08-01T10:32:00+07:00', readAt: null, article, by: 'Trần Minh', note: null, ...part }
}

function open(...notifications: Notification[]) {
  render(
    <NotificationList
      notifications={notifications}
      onRead={read}
      articleLink={(id, title, onOpen) => (
        <a href={`#${id}`} onClick={onOpen}>
          {title}
        </a>
      )}
    />,
  )
  return screen.getAllByRole('listitem')
}

test('it says what happened to which article, by whom and when, with what was written about it', () => {
  const [item] = open(told({ note: 'Sapo chưa đạt.' }))
  expect(item?.textContent).toBe('Chưa đọc: Bài mộtTrần Minh trả lại để sửa · 10:32, 01/08/2026Sapo chưa đạt.Đánh dấu đã đọc')
})

test('what the clock did is told without a name, and an article without a title has words for it', () => {
  const [due, failed] = open(
    told({ kind: 'published', by: null, readAt: '2026-08-01T11:00:00+07:00', article: { id: 'a1', title: '' } }),
    told({ id: 'n2', kind: 'schedule_failed', by: null }),
  )
  expect(due?.textContent).toBe('Chưa có tiêu đềĐã đăng theo giờ hẹn · 10:32, 01/08/2026')
  expect(failed?.textContent).toContain('Đến giờ hẹn nhưng chưa làm được; máy đang tự thử lại')
})

test('opening the article, or the button, marks one as read; one that is read is not marked again', () => {
  open(told(), told({ id: 'n2', article: { id: 'a2', title: 'Bài hai' } }), told({ id: 'n3', readAt: '2026-08-01T11:00:00+07:00' }))
  fireEvent.click(screen.getByRole('button', { name: 'Đánh dấu đã đọc: Bài hai' }))
  for (const link of screen.getAllByRole('link', { name: 'Bài một' })) fireEvent.click(link)
  expect(read.mock.calls).toEqual([
    ['n2', 'Bài hai'],
    ['n1', 'Bài một'],
  ])
})
