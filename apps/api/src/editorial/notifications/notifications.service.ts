import { maxUnreadCount, type Notification, type NotificationsQuery, type ReadInput, type UnreadCount } from '@bantin/shared/notifications'
import type { Db } from '../../db/client.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import * as repository from './notifications.repository.ts'

/** What the person was told, newest first, as far as he may read the article still. Throws `invalid_cursor`. */
export async function listNotifications(
  db: Db,
  actor: ActingPerson,
  query: NotificationsQuery,
  cursors: Cursors,
): Promise<Page<Notification>> {
  const { unread = false } = query
  const reader = readerOf(actor)
  const { data, page } = await readPage(
    { cursors, scope: listScope('editorial/notifications', { unread, of: reader.userId }), query },
    (after, limit) => repository.findNotifications(db, reader, { unread, after: after as repository.Position | undefined, limit }),
    ({ position }) => position,
  )
  return { data: data.map(({ notification }) => notification), page }
}

/** How many of these are not read; a hundred may be more. */
export async function countUnread(db: Db, actor: ActingPerson): Promise<UnreadCount> {
  return { count: await repository.countUnread(db, readerOf(actor), maxUnreadCount) }
}

/** Marks as read what is his of these, what he was told up to one of his, or all; what is read already stays as it is. */
export async function markRead(db: Db, actor: ActingPerson, input: ReadInput): Promise<void> {
  await repository.markRead(db, readerOf(actor).userId, input)
}

/** Whoever is signed in is a person. */
export function readerOf({ userId, grants }: ActingPerson): repository.Reader {
  if (userId === null) throw new Error('nobody is signed in')
  return { userId, grants }
}
