import { foldedWords } from '@bantin/shared/search/words'
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { publishedArticleTerms } from '../../db/schema/published/articles.ts'
import { draftTerms, names } from '../../db/schema/search.ts'
import { draftTermsOf, draftTermsVersion, termsOf, termsVersion, type Written } from './article-terms.ts'

/** So many articles at a time: whoever wants to save one of them waits for no more. */
const atOnce = 100
const namesAtOnce = 5000

/**
 * Makes what is searched equal to what is there: names that are new or gone, articles that came in without their terms, and all of them
 * after terms are made in another way. Several processes may do it at once. Ends early when it is told to, and goes on there another time.
 */
export async function indexMissing(db: Db, signal?: AbortSignal): Promise<void> {
  await whileThereIsMore(signal, namesAtOnce, () => indexNames(db))
  let indexed = 0
  await whileThereIsMore(signal, atOnce, async () => {
    const count = await indexPublished(db, indexed > 0)
    indexed += count
    return count
  })
  await whileThereIsMore(signal, atOnce, () => indexDrafts(db))
}

async function whileThereIsMore(signal: AbortSignal | undefined, full: number, work: () => Promise<number>): Promise<void> {
  while (!signal?.aborted && (await work()) === full);
}

/** Answers how many are new. */
async function indexNames(db: Db): Promise<number> {
  return await db.transaction(async (tx) => {
    // In one order: of two processes that add the same, one waits for the other.
    const { rows } = await tx.execute<{ kind: 'unit'; entityId: string; name: string }>(sql`
      SELECT c.kind, c.entity_id AS "entityId", c.name FROM published.current_names c
      WHERE NOT EXISTS (SELECT FROM names n WHERE (n.kind, n.entity_id, n.name) = (c.kind, c.entity_id, c.name))
      ORDER BY c.kind, c.entity_id, c.name LIMIT ${namesAtOnce}`)
    const added = rows.map((row) => ({ ...row, folded: foldedWords(row.name) }))
    if (added.length > 0) await tx.insert(names).values(added).onConflictDoNothing()
    const { rowCount } = await tx.execute(sql`
      DELETE FROM names n
      WHERE NOT EXISTS (SELECT FROM published.current_names c WHERE (n.kind, n.entity_id, n.name) = (c.kind, c.entity_id, c.name))`)
    if (added.length + (rowCount ?? 0) > 0) await growGeneration(tx)
    return added.length
  })
}

type Row<T> = Written & T & Record<string, unknown>

interface Listed {
  id: string
  siteId: string
  format: (typeof publishedArticleTerms.$inferInsert)['format']
  listed: boolean
  publishedAt: string
}

/** Answers how many those were. The last of them, and what came `before`, make answers that were kept old. */
async function indexPublished(db: Db, before: boolean): Promise<number> {
  return await db.transaction(async (tx) => {
    const { rows } = await tx.execute<Row<Listed>>(sql`
      SELECT a.id, a.site_id AS "siteId", a.format, a.listed, a.published_at AS "publishedAt", a.title, a.kicker, a.sapo, a.body
      FROM published.articles a WHERE a.id IN (${without(sql`published.articles`, sql`published.article_terms`, termsVersion)}) FOR UPDATE SKIP LOCKED`)
    for (const row of rows) {
      const listing = listingOf(row)
      const terms = { ...listing, ...termsOf({ ...row, ...listing }) }
      await tx.insert(publishedArticleTerms).values(terms).onConflictDoUpdate({ target: publishedArticleTerms.articleId, set: terms })
    }
    if (rows.length < atOnce && (before || rows.length > 0)) await growGeneration(tx)
    return rows.length
  })
}

/** Locked first, then read: what the rows said before somebody saved or emptied them would else be written over what they say now. */
async function indexDrafts(db: Db): Promise<number> {
  return await db.transaction(async (tx) => {
    const { rows: locked } = await tx.execute<{ id: string }>(sql`
      SELECT a.id FROM articles a WHERE a.id IN (${without(sql`articles`, sql`draft_terms`, draftTermsVersion)}) FOR UPDATE SKIP LOCKED`)
    const ids = sql.param(locked.map(({ id }) => id))
    const { rows } = await tx.execute<Row<{ id: string }>>(sql`
      SELECT a.id, r.title, r.kicker, r.sapo, r.body FROM articles a JOIN article_revisions r ON r.id = a.head_revision_id
      WHERE a.id = ANY (${ids}::uuid[])`)
    for (const { id: articleId, ...written } of rows) {
      const row = { articleId, ...draftTermsOf(written) }
      await tx.insert(draftTerms).values(row).onConflictDoUpdate({ target: draftTerms.articleId, set: row })
    }
    return rows.length
  })
}

/** The ids of articles that have no terms of this version. */
function without(articles: SQL, terms: SQL, version: number): SQL {
  return sql`SELECT a.id FROM ${articles} a LEFT JOIN ${terms} t ON t.article_id = a.id
    WHERE t.version IS DISTINCT FROM ${version} LIMIT ${atOnce}`
}

function listingOf({ id: articleId, siteId, format, listed, publishedAt }: Row<Listed>) {
  return { articleId, siteId, format, listed, publishedAt: new Date(publishedAt) }
}

/** Answers that are kept in memory were found without this. The last statement: everybody who publishes waits for its lock. */
async function growGeneration(tx: Db): Promise<void> {
  await tx.execute(sql`
    WITH grown AS (UPDATE public_generation SET generation = generation + 1 RETURNING generation)
    SELECT pg_notify('public_generation', generation::text) FROM grown`)
}
