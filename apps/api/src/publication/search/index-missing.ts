import { foldedWords } from '@bantin/shared/search/words'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { publishedArticleTerms } from '../../db/schema/published/articles.ts'
import { draftTerms, names } from '../../db/schema/search.ts'
import { draftTermsOf, termsOf, termsVersion, type Written } from './article-terms.ts'

/** So many at a time: nothing waits for them. */
const atOnce = 100

/**
 * Makes what is searched equal to what is there: names that are new, articles that came in without their terms, and all of them after terms
 * are made in another way. Several processes may do it at once.
 */
export async function indexMissing(db: Db): Promise<void> {
  await indexNames(db)
  while (await indexPublished(db));
  while (await indexDrafts(db));
}

async function indexNames(db: Db): Promise<void> {
  const { rows } = await db.execute<{ kind: 'unit'; entityId: string; name: string }>(sql`
    SELECT c.kind, c.entity_id AS "entityId", c.name FROM published.current_names c
    WHERE NOT EXISTS (SELECT FROM names n WHERE (n.kind, n.entity_id, n.name) = (c.kind, c.entity_id, c.name)) LIMIT 5000`)
  if (rows.length > 0) {
    await db
      .insert(names)
      .values(rows.map((row) => ({ ...row, folded: foldedWords(row.name) })))
      .onConflictDoNothing()
  }
  await db.execute(sql`
    DELETE FROM names n WHERE NOT EXISTS (SELECT FROM published.current_names c WHERE (n.kind, n.entity_id, n.name) = (c.kind, c.entity_id, c.name))`)
}

type Row<T> = Written & T & Record<string, unknown>

interface Listed {
  id: string
  siteId: string
  format: (typeof publishedArticleTerms.$inferInsert)['format']
  listed: boolean
  publishedAt: string
}

/** Whether there may be more. */
async function indexPublished(db: Db): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const { rows } = await tx.execute<Row<Listed>>(sql`
      SELECT a.id, a.site_id AS "siteId", a.format, a.listed, a.published_at AS "publishedAt", a.title, a.kicker, a.sapo, a.body
      FROM published.articles a WHERE a.id IN (${without(sql`published.articles`, sql`published.article_terms`)}) FOR UPDATE SKIP LOCKED`)
    const terms = rows.map((row) => ({ ...listingOf(row), ...termsOf(row) }))
    for (const row of terms) {
      await tx.insert(publishedArticleTerms).values(row).onConflictDoUpdate({ target: publishedArticleTerms.articleId, set: row })
    }
    return rows.length === atOnce
  })
}

async function indexDrafts(db: Db): Promise<boolean> {
  return await db.transaction(async (tx) => {
    const { rows } = await tx.execute<Row<{ id: string }>>(sql`
      SELECT a.id, r.title, r.kicker, r.sapo, r.body FROM articles a JOIN article_revisions r ON r.id = a.head_revision_id
      WHERE a.id IN (${without(sql`articles`, sql`draft_terms`)}) FOR UPDATE OF a SKIP LOCKED`)
    for (const { id: articleId, ...written } of rows) {
      const row = { articleId, ...draftTermsOf(written) }
      await tx.insert(draftTerms).values(row).onConflictDoUpdate({ target: draftTerms.articleId, set: row })
    }
    return rows.length === atOnce
  })
}

/** The ids of articles that have no terms of this version. */
function without(articles: SQL, terms: SQL): SQL {
  return sql`SELECT a.id FROM ${articles} a LEFT JOIN ${terms} t ON t.article_id = a.id
    WHERE t.version IS DISTINCT FROM ${termsVersion} LIMIT ${atOnce}`
}

function listingOf({ id: articleId, siteId, format, listed, publishedAt }: Row<Listed>) {
  return { articleId, siteId, format, listed, publishedAt: new Date(publishedAt) }
}
