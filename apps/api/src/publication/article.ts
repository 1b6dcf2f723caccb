import { type Actor, type ArticleAction, type ArticleSubject, can } from '@bantin/shared/permissions'
import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { articles } from '../db/schema/articles.ts'
import { articleRevisions } from '../db/schema/revisions.ts'
import { ProblemError } from '../errors.ts'

export type ArticleRow = typeof articles.$inferSelect
export type RevisionRow = typeof articleRevisions.$inferSelect

/** Locks the articles in id order, so that two batches never wait for each other in a circle. Missing ones are left out. */
export async function lockArticles(tx: Db, ids: string[]): Promise<ArticleRow[]> {
  return await tx.select().from(articles).where(inArray(articles.id, ids)).orderBy(articles.id).for('update')
}

/** What permission on the article depends on. */
export async function subjectOf(db: Db, article: Pick<ArticleRow, 'unitId' | 'createdBy'>): Promise<ArticleSubject> {
  const { rows } = await db.execute<{ path: string[] }>(sql`SELECT unit_path(${article.unitId}) AS path`)
  return { unitPath: rows[0]?.path ?? [], createdBy: article.createdBy }
}

/**
 * Passes when the actor may do the action on the article.
 * Throws `not_found` when he may not even know of it, `forbidden` when he may see it but not do this.
 */
export async function requirePermission(db: Db, actor: Actor, action: ArticleAction, article: ArticleRow): Promise<void> {
  const subject = await subjectOf(db, article)
  if (can(actor, action, subject)) return
  throw new ProblemError(can(actor, 'article.read', subject) ? 'forbidden' : 'not_found')
}

/** A revision of the article. Throws when the row that the article points at is not there, which a foreign key rules out. */
export async function readRevision(db: Db, id: string | null): Promise<RevisionRow> {
  const [revision] = id === null ? [] : await db.select().from(articleRevisions).where(eq(articleRevisions.id, id))
  if (!revision) throw new Error('an article without the revision it needs')
  return revision
}
