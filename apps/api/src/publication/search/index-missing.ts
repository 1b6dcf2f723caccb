import { foldedWords } from '@bantin/shared/search/words'
import { type SQL, sql } from 'drizzle-orm'
import { cleanPendingLists } from '../../db/clean-pending-lists.ts'
import type { Db } from '../../db/client.ts'
import { publishedArticleTerms } from '../../db/schema/published/articles.ts'
import { draftTerms, names } from '../../db/schema/search.ts'
import { draftTermsOf, termsOf, type Written } from './article-terms.ts'
import { isDraftMissing, isPublishedMissing, missingDrafts, missingPublished, type Reach } from './missing-terms.ts'

/** So many articles at a time: whoever wants to save one of them waits for no more. */
const atOnce = 100
/** So many are looked up at a time. */
const lookedUp = 10_000
const namesAtOnce = 5000
const cleanedAfter = 1000

/**
 * Makes what is searched equal to what is there: names that are new or gone, articles that came in without their terms, and all of them
 * after terms are made in another way. Several processes may do it at once. Ends early when it is told to, and goes on there another time.
 * Answers whether it got to the end.
 */
export async function indexMissing(db: Db, signal?: AbortSignal, reach: Reach = 'all'): Promise<boolean> {
  while (!signal?.aborted && (await indexNames(db)) === namesAtOnce);
  const shown = await indexArticles(db, published, reach, signal)
  if (shown.count > 0) await db.transaction(growGeneration)
  const written = await indexArticles(db, drafts, reach, signal)
  return shown.isDone && written.isDone
}

interface Articles {
  /** Those that have no terms of this version, as SQL of their ids. */
  missing(reach: Reach): SQL
  /** Those of them that nobody else is at; answers how many. */
  index(db: Db, ids: string[]): Promise<number>
}

async function indexArticles(db: Db, { missing, index }: Articles, reach: Reach, signal: AbortSignal | undefined) {
  for (let count = 0; ; ) {
    const { rows } = await db.execute<{ id: string }>(sql`${missing(reach)} LIMIT ${lookedUp}`)
    const before = count
    for (let at = 0; at < rows.length; at += atOnce) {
      if (signal?.aborted) return { count, isDone: false }
      if (at > 0 && at % cleanedAfter === 0) await cleanPendingLists(db)
      count += await index(
        db,
        rows.slice(at, at + atOnce).map(({ id }) => id),
      )
    }
    // Where all were somebody else's, he goes on.
    if (rows.length < lookedUp || count === before) return { count, isDone: rows.length < lookedUp }
  }
}

const published: Articles = { missing: missingPublished, index: indexPublished }
const drafts: Articles = { missing: missingDrafts, index: indexDrafts }

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

async function indexPublished(db: Db, ids: string[]): Promise<number> {
  return await db.transaction(async (tx) => {
    const { rows } = await tx.execute<Row<Listed>>(sql`
      SELECT a.id, a.site_id AS "siteId", a.format, a.listed, a.published_at AS "publishedAt", a.title, a.kicker, a.sapo, a.body
      FROM published.articles a WHERE ${isPublishedMissing(ids)} FOR UPDATE SKIP LOCKED`)
    for (const row of rows) {
      const listing = listingOf(row)
      const terms = { ...listing, ...termsOf({ ...row, ...listing }) }
      await tx.insert(publishedArticleTerms).values(terms).onConflictDoUpdate({ target: publishedArticleTerms.articleId, set: terms })
    }
    return rows.length
  })
}

/** Locked first, then read: what the rows said before somebody saved or emptied them would else be written over what they say now. */
async function indexDrafts(db: Db, missing: string[]): Promise<number> {
  return await db.transaction(async (tx) => {
    const { rows: locked } = await tx.execute<{ id: string }>(sql`
      SELECT a.id FROM articles a WHERE ${isDraftMissing(missing)} FOR UPDATE SKIP LOCKED`)
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

function listingOf({ id: articleId, siteId, format, listed, publishedAt }: Row<Listed>) {
  return { articleId, siteId, format, listed, publishedAt: new Date(publishedAt) }
}

/** Answers that are kept in memory were found without this. The last statement: everybody who publishes waits for its lock. */
async function growGeneration(tx: Db): Promise<void> {
  await tx.execute(sql`
    WITH grown AS (UPDATE public_generation SET generation = generation + 1 RETURNING generation)
    SELECT pg_notify('public_generation', generation::text) FROM grown`)
}
