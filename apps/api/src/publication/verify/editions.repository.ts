import { and, asc, eq, sql } from 'drizzle-orm'
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
  /** The lead picture that the revision names. */
  picture: { id: string; sha256: string } | null
}

/** The editions behind the one given, by article and number. Each carries its text twice, so a page has few. */
export async function readEditions(tx: Db, last: StoredEdition | undefined): Promise<StoredEdition[]> {
  const behind = last && sql`(${editions.articleId}, ${editions.edition}) > (${last.edition.articleId}, ${last.edition.edition})`
  return await tx
    .select({ edition: editions, article: articles, revision: articleRevisions, picture: { id: media.id, sha256: media.sha256 } })
    .from(editions)
    .leftJoin(articles, eq(articles.id, editions.articleId))
    .leftJoin(articleRevisions, and(eq(articleRevisions.id, editions.revisionId), eq(articleRevisions.articleId, editions.articleId)))
    .leftJoin(media, eq(media.id, articleRevisions.heroMediaId))
    .where(behind)
    .orderBy(asc(editions.articleId), asc(editions.edition))
    .limit(100)
}
