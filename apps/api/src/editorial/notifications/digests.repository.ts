import type { Notification } from '@bantin/shared/notifications'
import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { notifications } from '../../db/schema/notifications.ts'
import { isOwnAndReadable, selectNotifications } from './notifications.repository.ts'
import type { Person } from './persons.repository.ts'

/**
 * Claims the digest of today, by the site's clock from 07:00 on, for everybody who wants one and has something from before 07:00 that
 * was neither read nor mailed. Whom another process has claimed is left out. Answers for whom, and up to when. `now` is for tests.
 */
export async function claimDigests(tx: Db, now: Date | null): Promise<{ userId: string; before: string }[]> {
  const { rows } = await tx.execute<{ userId: string; before: string }>(sql`
    WITH clock AS (
      SELECT coalesce(${now?.toISOString() ?? null}::timestamptz, now()) AS now, time_zone FROM sites ORDER BY id LIMIT 1
    ), today AS (
      SELECT day, (day + time '07:00') AT TIME ZONE time_zone AS seven, now
      FROM clock, LATERAL (SELECT (now AT TIME ZONE time_zone)::date AS day) AS local
    ), waiting AS (
      SELECT DISTINCT u.id, day
      FROM today JOIN notifications n ON n.at < seven AND n.mailed_at IS NULL AND n.read_at IS NULL
        JOIN users u ON u.id = n.user_id AND u.disabled_at IS NULL AND u.password_hash IS NOT NULL
        LEFT JOIN notification_settings s ON s.user_id = u.id
      WHERE today.now >= seven AND coalesce(s.mail, 'daily') = 'daily' AND coalesce(s.digested_on < day, true)
        AND NOT coalesce(n.kind = ANY (s.muted), false)
      ORDER BY u.id
    ), claimed AS (
      INSERT INTO notification_settings AS s (user_id, digested_on) SELECT id, day FROM waiting
      ON CONFLICT (user_id) DO UPDATE SET digested_on = excluded.digested_on
        WHERE s.mail = 'daily' AND coalesce(s.digested_on < excluded.digested_on, true)
      RETURNING user_id
    )
    SELECT user_id AS "userId", to_char(seven AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS before FROM claimed, today`)
  return rows
}

interface Digest {
  /** The newest, at most as many as were asked for. */
  listed: Notification[]
  /** Of all that it counts. */
  ids: string[]
}

/** What the person was told before, of what he may read and wants to know, and has neither read nor been mailed. */
export async function findForDigest(db: Db, person: Person, before: string, most: number): Promise<Digest> {
  const newestFirst = [desc(notifications.at), desc(notifications.id)]
  const waiting = await db
    .select({ id: notifications.id })
    .from(notifications)
    .innerJoin(articles, eq(articles.id, notifications.articleId))
    .where(
      and(
        await isOwnAndReadable(db, person),
        isNull(notifications.mailedAt),
        lt(notifications.at, sql`${before}::timestamptz`),
        isNull(notifications.readAt),
        sql`NOT ${notifications.kind} = ANY (${sql.param(person.told.muted)}::text[])`,
      ),
    )
    .orderBy(...newestFirst)
  const ids = waiting.map(({ id }) => id)
  const listed = await selectNotifications(db, {})
    .where(isAmong(ids.slice(0, most)))
    .orderBy(...newestFirst)
  return { listed, ids }
}

/** All that the mail counted: what it did not list does not come with the next. What was written meanwhile does. */
export async function markDigested(db: Db, ids: string[]): Promise<void> {
  await db.update(notifications).set({ mailedAt: sql`now()` }).where(isAmong(ids))
}

/** The moment of the transaction, as the job takes it. */
export async function readClock(tx: Db): Promise<string> {
  const { rows } = await tx.execute<{ now: string }>(sql`SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS now`)
  return rows[0]?.now ?? ''
}

/** What was not mailed until now is not mailed any more. */
export async function passOverUnmailed(tx: Db, userId: string): Promise<void> {
  await tx
    .update(notifications)
    .set({ mailedAt: sql`now()` })
    .where(and(eq(notifications.userId, userId), isNull(notifications.mailedAt)))
}

/** Of whatever length: as one parameter. */
function isAmong(ids: string[]) {
  return sql`${notifications.id} = ANY (${sql.param(ids)}::uuid[])`
}
