import type { Notification, ReadInput } from '@bantin/shared/notifications'
import type { Actor } from '@bantin/shared/permissions'
import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { notifications } from '../../db/schema/notifications.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { sites } from '../../db/schema/sites.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import { isReadable } from '../readable.repository.ts'

/** Whose they are. */
export interface Reader extends Actor {
  userId: string
}

/** Where one stands in the list: its time and its id, as PostgreSQL writes them. */
export type Position = [at: string, id: string]

/** What the person was told, newest first, behind `after`: of articles that he may read now, by the title that they have now. */
export async function findNotifications(
  db: Db,
  reader: Reader,
  { unread, after, limit }: { unread: boolean; after: Position | undefined; limit: number },
): Promise<{ notification: Notification; position: Position }[]> {
  const rows = await selectNotifications(db, { exactly: sql<string>`${notifications.at}::text` })
    .where(
      and(
        await isOwnAndReadable(db, reader),
        unread ? isNull(notifications.readAt) : undefined,
        after && sql`(${notifications.at}, ${notifications.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(limit)
  return rows.map(({ exactly, ...notification }) => ({ notification, position: [exactly, notification.id] }))
}

/** How many of them are not read, counted up to `most`. */
export async function countUnread(db: Db, reader: Reader, most: number): Promise<number> {
  const found = await db
    .select({ id: notifications.id })
    .from(notifications)
    .innerJoin(articles, eq(articles.id, notifications.articleId))
    .where(and(await isOwnAndReadable(db, reader), isNull(notifications.readAt)))
    .limit(most)
  return found.length
}

/** Those of the person with these ids, up to that one, or all of his, are read from now on; what was read before keeps its time. */
export async function markRead(db: Db, userId: string, { ids, until }: ReadInput): Promise<void> {
  const { id, at, readAt } = notifications
  const last = sql`(SELECT n.at, n.id FROM notifications n WHERE n.id = ${until} AND n.user_id = ${userId})`
  await db
    .update(notifications)
    .set({ readAt: sql`now()` })
    .where(
      and(
        eq(notifications.userId, userId),
        isNull(readAt),
        ids && inArray(id, ids),
        until === undefined ? undefined : sql`(${at}, ${id}) <= ${last}`,
      ),
    )
}

/** The person's, about articles that he may read now. The query joins `articles`. */
export async function isOwnAndReadable(db: Db, reader: Reader): Promise<SQL | undefined> {
  return and(eq(notifications.userId, reader.userId), await isReadable(db, reader))
}

/** Notifications as they are shown, of whomever, with more of each. */
export function selectNotifications<More extends Record<string, SQL>>(db: Db, more: More) {
  return db
    .select({ ...columns, ...more })
    .from(notifications)
    .innerJoin(articles, eq(articles.id, notifications.articleId))
    .innerJoin(articleRevisions, eq(articleRevisions.id, articles.headRevisionId))
    .innerJoin(sites, eq(sites.id, articles.siteId))
}

const columns = {
  id: notifications.id,
  kind: notifications.kind,
  at: siteTime(notifications.at),
  readAt: siteTime(notifications.readAt),
  article: { id: articles.id, title: articleRevisions.title },
  by: notifications.actorName,
  note: notifications.note,
}
