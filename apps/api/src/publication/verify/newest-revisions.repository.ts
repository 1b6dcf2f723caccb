import { asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'

/** The hash that was noted when the content was changed last, or null. */
const noted: SQL<string | null> = sql<string | null>`(
  SELECT l.after_hash FROM audit_log l
  WHERE l.entity = 'article' AND l.entity_id = ${articles.id} AND l.action IN ('article.create', 'article.edit', 'article.restore')
  ORDER BY l.version DESC LIMIT 1)`

/** The newest revisions of the articles behind the one given. Texts: a page has few. */
export async function readNewestRevisions(tx: Db, afterId: string | undefined) {
  return await tx
    .select({ articleId: articles.id, revision: articleRevisions, noted })
    .from(articles)
    .innerJoin(articleRevisions, eq(articleRevisions.id, articles.headRevisionId))
    .where(afterId === undefined ? undefined : gt(articles.id, afterId))
    .orderBy(asc(articles.id))
    .limit(100)
}

export type NewestRevision = Awaited<ReturnType<typeof readNewestRevisions>>[number]
