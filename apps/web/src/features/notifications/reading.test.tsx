import type { Notification, ReadInput } from '@bantin/shared/notifications'
import { useInfiniteQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordingApi, renderWithApi } from '../../../test/recording-api.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import { NotificationList } from './notification-list.tsx'
import { notificationsQuery } from './notifications.api.ts'
import { ReadAll } from './read-all.tsx'
import { useRead } from './use-read.ts'

afterEach(cleanup)

const readAt = '2026-08-01T11:00:00+07:00'
let stored: Notification[]
beforeEach(() => {
  stored = [told('n2', 'Bài hai'), told('n1', 'Bài một')]
})

function told(id: string, title: string): Notification {
  const article = { id: `a-${id}`, title }
  return { id, kind: 'returned', at: '2026-08-01T10:32:00+07:00', readAt: null, article, by: 'Trần Minh', note: null }
}

function Page() {
  const saying = useSaid()
  const read = useRead(saying)
  const { data } = useInfiniteQuery(notificationsQuery(false))
  return (
    <>
      <ReadAll unread={false} saying={saying} />
      <SaidLine {...saying} />
      <NotificationList
        notifications={data?.pages.flatMap((page) => page.data) ?? []}
        onRead={read}
        articleLink={(_id, title) => <span>{title}</span>}
      />
    </>
  )
}

async function open() {
  const api = recordingApi({
    'GET /notifications?limit=40': () => ({ data: stored, page: { next: null } }),
    'GET /notifications/unread': () => ({ count: stored.filter((one) => one.readAt === null).length }),
    'POST /notifications/read': () => {
      const { ids } = (api.changes().at(-1)?.body ?? {}) as ReadInput
      stored = stored.map((one) => (!ids || ids.includes(one.id) ? { ...one, readAt } : one))
      return 204
    },
  })
  renderWithApi(<Page />, api)
  await screen.findByText('Bài hai')
  return api
}

test('all are marked as read up to the newest one that is shown', async () => {
  const api = await open()
  stored = [told('n3', 'Bài ba'), ...stored]
  fireEvent.click(await screen.findByRole('button', { name: 'Đánh dấu tất cả là đã đọc' }))
  await screen.findByText('Tất cả thông báo đã được đánh dấu là đã đọc.')
  expect(api.changes()).toMatchObject([{ line: 'POST /notifications/read', body: { until: 'n2' } }])
})

test('that one is marked as read is said, and has the focus of the button that has left', async () => {
  await open()
  const button = screen.getByRole('button', { name: 'Đánh dấu đã đọc: Bài hai' })
  button.focus()
  fireEvent.click(button)
  await screen.findByText('Đã đánh dấu đã đọc: Bài hai')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('status')))
})
