import { and, inArray, isNull, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { articles } from '../db/schema/articles.ts'
import { opinions, previews } from '../db/schema/collaboration.ts'
import { isWorkOf, openLinksOf } from './under-way.ts'

/** The ids of what may have to be locked: the person's work, and what he put on the schedule. At most `limit`. */
export async function findWorkIds(db: Db, userId: string, which: { work: boolean; schedules: boolean }, limit: number): Promise<string[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    SELECT a.id FROM articles a
    WHERE (${which.work} AND ${isWorkOf(userId)} AND a.work_state <> 'none')
      OR (${which.schedules} AND a.scheduled_by = ${userId} AND a.work_state = 'scheduled')
    ORDER BY a.id LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** A link, with what permission over its article depends on. */
export interface OpenLink extends Record<string, unknown> {
  kind: 'preview' | 'opinion'
  id: string
  articleId: string
  unitId: string
  createdBy: string | null
  assigneeId: string | null
}

/** The person's links that still open something. At most `limit`. */
export async function findOpenLinks(db: Db, userId: string, limit: number): Promise<OpenLink[]> {
  const { rows } = await db.execute<OpenLink>(sql`
    SELECT l.kind, l.id, a.id AS "articleId", a.unit_id AS "unitId", a.created_by AS "createdBy", a.assignee_id AS "assigneeId"
    FROM ${openLinksOf(userId)} l JOIN articles a ON a.id = l.article_id
    ORDER BY l.id LIMIT ${limit}`)
  return rows
}

/** A unit by the name it bears today, and the units above it. */
export interface PlacedUnit {
  name: string
  path: string[]
}

export async function findUnits(db: Db, ids: string[]): Promise<Map<string, PlacedUnit>> {
  const { rows } = await db.execute<PlacedUnit & { id: string } & Record<string, unknown>>(sql`
    SELECT u.id, unit_path(u.id) AS path, coalesce(n.name, u.slug) AS name
    FROM units u LEFT JOIN unit_names n ON n.unit_id = u.id AND n.period @> published.today()
    WHERE u.id = ANY (${sql.param(ids)}::uuid[])`)
  return new Map(rows.map(({ id, name, path }) => [id, { name, path }]))
}

/** Who works on them from now on. Answers their versions, which stay. */
export async function setAssignees(tx: Db, ids: string[], userId: string): Promise<Map<string, number>> {
  const { id, version } = articles
  const rows = await tx.update(articles).set({ assigneeId: userId }).where(inArray(id, ids)).returning({ id, version })
  return new Map(rows.map((row) => [row.id, row.version]))
}

/** In whose name they are published when their time comes. */
export async function setSchedulers(tx: Db, ids: string[], userId: string): Promise<void> {
  await tx.update(articles).set({ scheduledBy: userId }).where(inArray(articles.id, ids))
}

/** Gives links to somebody, or revokes them where there is nobody. Answers the ids of those that were still open. */
export async function changeLinks(tx: Db, links: OpenLink[], to: string | null): Promise<Set<string>> {
  const idsOf = (kind: OpenLink['kind']) => links.filter((link) => link.kind === kind).map(({ id }) => id)
  const revoked = { revokedAt: sql`now()` }
  const changedPreviews = await tx
    .update(previews)
    .set(to === null ? revoked : { createdBy: to })
    .where(and(inArray(previews.id, idsOf('preview')), isNull(previews.revokedAt)))
    .returning({ id: previews.id })
  const changedOpinions = await tx
    .update(opinions)
    .set(to === null ? revoked : { askedBy: to })
    .where(and(inArray(opinions.id, idsOf('opinion')), isNull(opinions.revokedAt), isNull(opinions.answer)))
    .returning({ id: opinions.id })
  return new Set([...changedPreviews, ...changedOpinions].map(({ id }) => id))
}
