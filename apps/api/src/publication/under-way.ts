import { type HandOverSheet, maxSheetItems } from '@bantin/shared/hand-over'
import { readableScope } from '@bantin/shared/permission-scopes'
import type { Actor } from '@bantin/shared/permissions'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

type Items<T extends 'drafts' | 'inReview' | 'schedules' | 'links'> = HandOverSheet[T]

/** Whose work an article is: of whom it is assigned to, else of who created it. Needs `a` for articles. */
export function isWorkOf(userId: string): SQL {
  return sql`coalesce(a.assignee_id, a.created_by) = ${userId}`
}

/**
 * The links that a person made and that still open something: of previews those that are not revoked, of opinions those that are not
 * answered either. A table of its own in a query.
 */
export function openLinksOf(userId: string): SQL {
  return sql`(
    SELECT 'preview' AS kind, p.id, p.article_id, p.expires_at FROM previews p
    WHERE p.created_by = ${userId} AND p.revoked_at IS NULL AND p.expires_at > now()
    UNION ALL
    SELECT 'opinion', o.id, o.article_id, o.expires_at FROM opinions o
    WHERE o.asked_by = ${userId} AND o.revoked_at IS NULL AND o.answer IS NULL AND o.expires_at > now())`
}

/** Drafts that are the person's work, the newest first. */
export async function findDrafts(db: Db, actor: Actor, userId: string): Promise<Items<'drafts'>> {
  const item = sql`'updatedAt', published.site_time(a.updated_at, s.time_zone), 'publicState', a.public_state`
  return await findItems(db, actor, { item, where: sql`${isWorkOf(userId)} AND a.work_state = 'draft'`, order: sql`a.updated_at DESC` })
}

/** The same of what is handed in: in review, approved, or on the schedule, whoever put it there. */
export async function findInReview(db: Db, actor: Actor, userId: string): Promise<Items<'inReview'>> {
  const item = sql`'updatedAt', published.site_time(a.updated_at, s.time_zone), 'workState', a.work_state`
  const where = sql`${isWorkOf(userId)} AND a.work_state IN ('in_review', 'approved', 'scheduled')`
  return await findItems(db, actor, { item, where, order: sql`a.updated_at DESC` })
}

/** What the person put on the schedule, the next first. */
export async function findSchedules(db: Db, actor: Actor, userId: string): Promise<Items<'schedules'>> {
  const item = sql`'publishAt', published.site_time(a.publish_at, s.time_zone)`
  const where = sql`a.scheduled_by = ${userId} AND a.work_state = 'scheduled'`
  return await findItems(db, actor, { item, where, order: sql`a.publish_at` })
}

/** Links of the person that still open something, the first to end first. */
export async function findLinks(db: Db, actor: Actor, userId: string): Promise<Items<'links'>> {
  const item = sql`'kind', l.kind, 'linkId', l.id, 'expiresAt', published.site_time(l.expires_at, s.time_zone)`
  const join = sql`JOIN ${openLinksOf(userId)} l ON l.article_id = a.id`
  return await findItems(db, actor, { item, join, where: sql`true`, order: sql`l.expires_at, l.id` })
}

interface ItemQuery {
  /** What an item has beside article, title and unit, as names and values. */
  item: SQL
  join?: SQL
  where: SQL
  order: SQL
}

/** Those of units all of whose articles the actor reads: being the author of one is no reason to be shown it among another's. */
async function findItems<T>(db: Db, actor: Actor, { item, join = sql``, where, order }: ItemQuery): Promise<{ total: number; data: T[] }> {
  const { units } = readableScope(actor)
  const isReadable = units === 'all' ? sql`true` : sql`unit_path(a.unit_id) && ${sql.param(units)}::uuid[]`
  const { rows } = await db.execute<{ total: number; item: T }>(sql`
    SELECT count(*) OVER ()::int AS total, json_build_object('id', a.id, 'title', r.title, 'unitName', n.name, ${item}) AS item
    FROM articles a JOIN sites s ON s.id = a.site_id JOIN article_revisions r ON r.id = a.head_revision_id
      LEFT JOIN unit_names n ON n.unit_id = a.unit_id AND n.period @> published.today()
      ${join}
    WHERE ${where} AND ${isReadable}
    ORDER BY ${order}, a.id LIMIT ${maxSheetItems}`)
  return { total: rows[0]?.total ?? 0, data: rows.map((row) => row.item) }
}
