import type { EditorialArticle, EditorialArticleCard, EditorialArticleListQuery } from '@bantin/shared/editorial-articles'
import type { Actor } from '@bantin/shared/permissions'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import { isOwn, isReadable } from '../readable.repository.ts'
import { hasWords } from './article-words.repository.ts'
import { articleColumns, cardColumns, toArticle, toCard } from './articles.columns.ts'

export interface CardQuery {
  siteId: string
  /** Who asks. */
  actor: Actor
  filters: Omit<EditorialArticleListQuery, 'limit' | 'cursor'>
  /** Where the page before ended. */
  after: string[] | undefined
  limit: number
}

/** A page of cards, newest change first, each with the position that a cursor needs. Throws `invalid_request` for more words than are taken. */
export async function findCards(db: Db, query: CardQuery): Promise<{ card: EditorialArticleCard; position: string[] }[]> {
  const { q } = query.filters
  const rows = await db
    .select({ ...cardColumns, changedAt: sql<string>`${articles.updatedAt}::text` })
    .from(articles)
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .innerJoin(articleRevisions, eq(articleRevisions.id, articles.headRevisionId))
    .leftJoin(users, eq(users.id, articleRevisions.savedBy))
    .where(and(await isReadable(db, query.actor), q === undefined ? undefined : await hasWords(db, q), ...matches(query)))
    .orderBy(desc(articles.updatedAt), desc(articles.id))
    .limit(query.limit)
  return rows.map((row) => ({ card: toCard(row), position: [row.changedAt, row.id] }))
}

/** The article with its newest revision, or undefined. Its plan is kept: planning took twice as long as reading. */
export async function findArticle(db: Db, id: string): Promise<EditorialArticle | undefined> {
  const [row] = await db
    .select({ ...cardColumns, ...articleColumns })
    .from(articles)
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .innerJoin(articleRevisions, eq(articleRevisions.id, articles.headRevisionId))
    .leftJoin(users, eq(users.id, articleRevisions.savedBy))
    .where(eq(articles.id, id))
    .prepare('article of the desk')
    .execute()
  return row && toArticle(row)
}

function matches({ siteId, actor, filters, after }: CardQuery): (SQL | undefined)[] {
  return [
    eq(articles.siteId, siteId),
    filters.workState ? eq(articles.workState, filters.workState) : undefined,
    filters.publicState ? eq(articles.publicState, filters.publicState) : undefined,
    filters.unitId ? eq(articles.unitId, filters.unitId) : undefined,
    filters.format ? eq(articles.format, filters.format) : undefined,
    isOrNot(filters.me, isOwn(actor.userId)),
    filters.assigneeId ? eq(articles.assigneeId, filters.assigneeId) : undefined,
    filters.translationGroup ? eq(articles.translationGroup, filters.translationGroup) : undefined,
    isOrNot(filters.overdue, sql`(${articles.workState} = 'scheduled' AND ${articles.publishAt} < now())`),
    isOrNot(filters.unreviewed, sql`${articles.forcedAt} IS NOT NULL`),
    after ? sql`(${articles.updatedAt}, ${articles.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : undefined,
  ]
}

/** The condition as it stands where it is asked for, so that an index can serve it. */
function isOrNot(wanted: boolean | undefined, condition: SQL): SQL | undefined {
  if (wanted === undefined) return undefined
  return wanted ? condition : sql`(${condition}) IS NOT TRUE`
}
