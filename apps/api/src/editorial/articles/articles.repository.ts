import type { EditorialArticle, EditorialArticleCard, EditorialArticleListQuery } from '@bantin/shared/editorial-articles'
import type { ReadableScope } from '@bantin/shared/permissions'
import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import { articleColumns, cardColumns, toArticle, toCard } from './articles.columns.ts'

export interface CardQuery {
  siteId: string
  userId: string | null
  readable: ReadableScope
  filters: Omit<EditorialArticleListQuery, 'limit' | 'cursor'>
  /** Where the page before ended. */
  after: string[] | undefined
  limit: number
}

/** A page of cards, newest change first, each with the position that a cursor needs. */
export async function findCards(db: Db, query: CardQuery): Promise<{ card: EditorialArticleCard; position: string[] }[]> {
  const rows = await db
    .select({ ...cardColumns, changedAt: sql<string>`${articles.updatedAt}::text` })
    .from(articles)
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .innerJoin(articleRevisions, eq(articleRevisions.id, articles.headRevisionId))
    .leftJoin(users, eq(users.id, articleRevisions.savedBy))
    .where(and(await isReadable(db, query), ...matches(query)))
    .orderBy(desc(articles.updatedAt), desc(articles.id))
    .limit(query.limit)
  return rows.map((row) => ({ card: toCard(row), position: [row.changedAt, row.id] }))
}

/** The article with its newest revision, or undefined. */
export async function findArticle(db: Db, id: string): Promise<EditorialArticle | undefined> {
  const [row] = await db
    .select({ ...cardColumns, ...articleColumns })
    .from(articles)
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .innerJoin(articleRevisions, eq(articleRevisions.id, articles.headRevisionId))
    .leftJoin(users, eq(users.id, articleRevisions.savedBy))
    .where(eq(articles.id, id))
  return row && toArticle(row)
}

function matches({ siteId, filters, userId, after }: CardQuery): (SQL | undefined)[] {
  return [
    eq(articles.siteId, siteId),
    filters.workState ? eq(articles.workState, filters.workState) : undefined,
    filters.publicState ? eq(articles.publicState, filters.publicState) : undefined,
    filters.unitId ? eq(articles.unitId, filters.unitId) : undefined,
    filters.format ? eq(articles.format, filters.format) : undefined,
    filters.me === undefined ? undefined : isOwn(userId, filters.me),
    filters.assigneeId ? eq(articles.assigneeId, filters.assigneeId) : undefined,
    filters.overdue === undefined ? undefined : sql`coalesce(${articles.publishAt} < now(), false) = ${filters.overdue}`,
    filters.unreviewed === undefined ? undefined : sql`(${articles.forcedAt} IS NOT NULL) = ${filters.unreviewed}`,
    after ? sql`(${articles.updatedAt}, ${articles.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
  ]
}

function isOwn(userId: string | null, own: boolean): SQL {
  return sql`coalesce(${articles.createdBy} = ${userId} OR ${articles.assigneeId} = ${userId}, false) = ${own}`
}

/** `can(actor, 'article.read', …)` as a condition. */
async function isReadable(db: Db, { readable, userId }: CardQuery): Promise<SQL | undefined> {
  if (readable.units === 'all') return undefined
  const units = await unitsBelow(db, readable.units)
  const ownUnits = readable.ownInUnits === 'all' ? undefined : inUnits(await unitsBelow(db, readable.ownInUnits))
  return or(inUnits(units), and(isOwn(userId, true), ownUnits))
}

function inUnits(ids: string[]): SQL {
  return ids.length === 0 ? sql`false` : inArray(articles.unitId, ids)
}

/** The units and everything below them today. */
async function unitsBelow(db: Db, roots: string[]): Promise<string[]> {
  if (roots.length === 0) return []
  const { rows } = await db.execute<{ id: string }>(sql`
    WITH RECURSIVE below (id) AS (
      SELECT id FROM units WHERE ${inArray(sql`id`, roots)}
      UNION
      SELECT p.unit_id FROM below JOIN unit_parents p ON p.parent_id = below.id AND p.period @> published.today()
    )
    SELECT id FROM below`)
  return rows.map((row) => row.id)
}
