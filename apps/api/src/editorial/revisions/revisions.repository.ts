import type { Revision, RevisionCard } from '@bantin/shared/revisions'
import { and, desc, eq, lt, type SQL } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import { findRevision as findRow, pickContent } from '../../publication/revisions.ts'
import { cardColumns, toCard, wholeContent } from './revisions.columns.ts'

/** The article's revisions with a number below `before`, newest first. */
export async function findCards(db: Db, articleId: string, before: number | undefined, limit: number): Promise<RevisionCard[]> {
  const below = before === undefined ? undefined : lt(articleRevisions.number, before)
  const rows = await selectCards(db, and(eq(articleRevisions.articleId, articleId), below))
    .orderBy(desc(articleRevisions.number))
    .limit(limit)
  return rows.map(toCard)
}

/** One revision with its content, or undefined. */
export async function findRevision(db: Db, articleId: string, number: number): Promise<Revision | undefined> {
  const row = await findRow(db, articleId, number)
  const [card] = row ? await selectCards(db, eq(articleRevisions.id, row.id)) : []
  return row && card && { ...toCard(card), ...wholeContent(pickContent(row)) }
}

function selectCards(db: Db, which: SQL | undefined) {
  return db
    .select(cardColumns)
    .from(articleRevisions)
    .innerJoin(articles, eq(articles.id, articleRevisions.articleId))
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .leftJoin(users, eq(users.id, articleRevisions.savedBy))
    .where(which)
}
