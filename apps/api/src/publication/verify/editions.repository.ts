import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { editions } from '../../db/schema/editions.ts'
import { media } from '../../db/schema/media.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import type { ArticleRow, RevisionRow } from '../article.ts'
import type { EditionRow } from '../editions.ts'

export interface StoredEdition {
  edition: EditionRow
  /** Null where a foreign key was got round; so is the revision of another article. */
  article: ArticleRow | null
  revision: RevisionRow | null
}

/** The editions behind the one given, by article and number. Each carries its text twice, so a page has few. */
export async function readEditions(tx: Db, last: StoredEdition | undefined): Promise<StoredEdition[]> {
  const behind = last && sql`(${editions.articleId}, ${editions.edition}) > (${last.edition.articleId}, ${last.edition.edition})`
  return await tx
    .select({ edition: editions, article: articles, revision: articleRevisions })
    .from(editions)
    .leftJoin(articles, eq(articles.id, editions.articleId))
    .leftJoin(articleRevisions, and(eq(articleRevisions.id, editions.revisionId), eq(articleRevisions.articleId, editions.articleId)))
    .where(behind)
    .orderBy(asc(editions.articleId), asc(editions.edition))
    .limit(100)
}

/** The hashes of those of the files that are there, by their ids. */
export async function readHashes(tx: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.select({ id: media.id, sha256: media.sha256 }).from(media).where(inArray(media.id, ids))
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]))
}
