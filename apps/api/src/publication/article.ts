import { type Actor, type ArticleAction, can, needsSecondPerson, type PublishingPolicy, type Subject } from '@bantin/shared/permissions'
import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { articles } from '../db/schema/articles.ts'
import { articleRevisions } from '../db/schema/revisions.ts'
import { together } from '../db/together.ts'
import { ProblemError } from '../errors.ts'
import { clockTime } from './clock.ts'

export type ArticleRow = typeof articles.$inferSelect
export type RevisionRow = typeof articleRevisions.$inferSelect

/** Locks the articles in id order, so that two batches never wait for each other in a circle. Missing ones are left out. */
export async function lockArticles(tx: Db, ids: string[]): Promise<ArticleRow[]> {
  return await tx.select().from(articles).where(inArray(articles.id, ids)).orderBy(articles.id).for('update')
}

/** The article as it stands, or undefined. */
export const findArticle = together(async (tx, ids: string[]): Promise<(ArticleRow | undefined)[]> => {
  const rows = await tx
    .select()
    .from(articles)
    .where(sql`${articles.id} = ANY (${sql.param(ids)}::uuid[])`)
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => found.get(id))
})

/** The article, when the actor may do the action on it. Throws `not_found`, `forbidden`, `second_person_needed`. */
export async function requireArticle(db: Db, actor: Actor, action: ArticleAction, id: string): Promise<ArticleRow> {
  const [article] = await db.select().from(articles).where(eq(articles.id, id))
  if (!article) throw new ProblemError('not_found')
  await requirePermission(db, actor, action, article)
  return article
}

/** What permission and moves depend on beyond the row itself. */
export interface ArticleFacts {
  subject: Subject & { policy: PublishingPolicy }
  minorDirect: boolean
  isRedacted: boolean
  /** It was held without a reason, within the last 24 hours. */
  lacksHoldReason: boolean
  /** The moment of the transaction by the database's clock, which alone decides; milliseconds, as everywhere. */
  now: Date
}

/**
 * The strictest policy of the article's site, unit and categories: those of its newest revision and those of what readers were shown
 * last, so that taking a category off is no way around its second person. `article` and `head` are the names of the joined tables.
 */
export function policyOf({ article, head }: { article: SQL; head: SQL }): SQL<PublishingPolicy> {
  return sql`strictest_policy(${article}.site_id, ${article}.unit_id, ${head}.category_ids || coalesce(
    (SELECT p.category_ids FROM article_revisions p WHERE p.id = ${article}.published_revision_id), '{}'))`
}

/** What permission to begin an article in the unit depends on: nobody is asked to work on it yet. */
export async function subjectOfNew(db: Db, { unitId, createdBy }: Pick<ArticleRow, 'unitId' | 'createdBy'>): Promise<Subject> {
  const { rows } = await db.execute<{ path: string[] }>(sql`SELECT unit_path(${unitId}) AS path`)
  return { unitPath: rows[0]?.path ?? [], createdBy }
}

/** Everything that permission and moves depend on, as it stands now. */
export async function factsOf(db: Db, article: ArticleRow): Promise<ArticleFacts> {
  const facts = await readFacts(db, article.id)
  // Not locked by whoever only reads it or adds to it: it may have been deleted since.
  if (!facts) throw new ProblemError('not_found')
  const { createdBy, assigneeId } = article
  const { path: unitPath, policy, lastWriterId, now, ...others } = facts
  return { subject: { unitPath, createdBy, assigneeId, lastWriterId, policy }, ...others, now: new Date(now) }
}

type FactsRow = Pick<ArticleFacts, 'minorDirect' | 'isRedacted' | 'lacksHoldReason'> & {
  path: string[]
  policy: PublishingPolicy
  lastWriterId: string | null
  now: string
}

const readFacts = together(async (db, ids: string[]): Promise<(FactsRow | undefined)[]> => {
  const { rows } = await db.execute<FactsRow & { id: string }>(sql`
    SELECT a.id, unit_path(a.unit_id) AS path, ${policyOf({ article: sql`a`, head: sql`r` })} AS policy,
      s.minor_direct AS "minorDirect", r.saved_by AS "lastWriterId",
      EXISTS (SELECT FROM editions e WHERE e.article_id = a.id AND e.edition = a.edition AND e.redacted_at IS NOT NULL) AS "isRedacted",
      coalesce(a.hold_reason IS NULL AND a.held_at > now() - interval '24 hours', false) AS "lacksHoldReason", ${clockTime} AS now
    FROM articles a JOIN sites s ON s.id = a.site_id JOIN article_revisions r ON r.id = a.head_revision_id
    WHERE a.id = ANY (${sql.param(ids)}::uuid[])`)
  const found = new Map(rows.map(({ id, ...facts }) => [id, facts]))
  return ids.map((id) => found.get(id))
})

/**
 * Passes when the actor may do the action on the article, and answers what decided.
 * Throws `not_found` when he may not even know of it, `forbidden` when he may see it but not do this, `second_person_needed` when
 * only somebody else may.
 */
export async function requirePermission(db: Db, actor: Actor, action: ArticleAction, article: ArticleRow): Promise<ArticleFacts> {
  const facts = await factsOf(db, article)
  const { subject } = facts
  if (can(actor, action, subject)) return facts
  if (!can(actor, 'article.read', subject)) throw new ProblemError('not_found')
  const mightOtherwise = needsSecondPerson(actor, subject) && can(actor, action, { ...subject, lastWriterId: null })
  throw new ProblemError(mightOtherwise ? 'second_person_needed' : 'forbidden')
}

/** A revision that the article points at. Throws `not_found` when it was deleted with its article since the caller read that. */
export async function readRevision(db: Db, id: string | null): Promise<RevisionRow> {
  const revision = id === null ? undefined : await findRevisionById(db, id)
  if (!revision) throw new ProblemError('not_found')
  return revision
}

const findRevisionById = together(async (db, ids: string[]) => {
  const rows = await db
    .select()
    .from(articleRevisions)
    .where(sql`${articleRevisions.id} = ANY (${sql.param(ids)}::uuid[])`)
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => found.get(id))
})
