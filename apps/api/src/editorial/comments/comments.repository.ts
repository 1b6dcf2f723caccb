import type { Comment } from '@bantin/shared/comments'
import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { comments } from '../../db/schema/collaboration.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'

export type CommentRow = typeof comments.$inferSelect

/** A comment, before it is held against the newest revision. */
export type StoredComment = Omit<Comment, 'isDetached'>

/** The article's threads in order, each followed by its answers. With `resolved` those threads only that are, or are not. */
export async function findComments(db: Db, articleId: string, resolved: boolean | undefined): Promise<StoredComment[]> {
  const state = resolved === undefined ? undefined : resolved ? isNotNull(thread.resolvedAt) : isNull(thread.resolvedAt)
  const rows = await selectComments(db)
    .where(and(eq(comments.articleId, articleId), state))
    .orderBy(thread.createdAt, thread.id, isNotNull(comments.parentId), comments.createdAt, comments.id)
  return rows.map(toComment)
}

export async function readComment(db: Db, id: string): Promise<StoredComment> {
  const [row] = await selectComments(db).where(eq(comments.id, id))
  if (!row) throw new Error('a comment that was just written is not there')
  return toComment(row)
}

/** Whether the article has so many comments or more. */
export async function hasAtLeast(db: Db, articleId: string, count: number): Promise<boolean> {
  const found = await db.select({ id: comments.id }).from(comments).where(eq(comments.articleId, articleId)).limit(count)
  return found.length === count
}

/** The article's comment, or undefined. */
export async function findComment(db: Db, articleId: string, id: string): Promise<CommentRow | undefined> {
  const [row] = await db.select().from(comments).where(ofArticle(articleId, id))
  return row
}

/** The same, for a change. */
export async function lockComment(tx: Db, articleId: string, id: string): Promise<CommentRow | undefined> {
  const [row] = await tx.select().from(comments).where(ofArticle(articleId, id)).for('update')
  return row
}

/** Changes the text, or whether the thread is resolved, by whom; `version` is the one after it. */
export async function updateComment(
  tx: Db,
  id: string,
  version: number,
  change: { text?: string | undefined; resolved?: boolean | undefined; by: string | null },
): Promise<void> {
  const { text, resolved, by } = change
  await tx
    .update(comments)
    .set({
      version,
      ...(text !== undefined && { text, editedAt: sql`now()` }),
      ...(resolved === true && { resolvedAt: sql`now()`, resolvedBy: by }),
      ...(resolved === false && { resolvedAt: null, resolvedBy: null }),
    })
    .where(eq(comments.id, id))
}

/** The answers of a thread go with it. */
export async function deleteComment(tx: Db, id: string): Promise<void> {
  await tx.delete(comments).where(eq(comments.id, id))
}

const [thread, author, resolver] = [alias(comments, 'thread'), alias(users, 'author'), alias(users, 'resolver')]

function ofArticle(articleId: string, id: string): SQL | undefined {
  return and(eq(comments.articleId, articleId), eq(comments.id, id))
}

function selectComments(db: Db) {
  return db
    .select({
      id: comments.id,
      parentId: comments.parentId,
      blockId: comments.blockId,
      revisionNumber: comments.revisionNumber,
      text: comments.text,
      version: comments.version,
      author: { id: author.id, name: author.name },
      createdAt: siteTime(comments.createdAt),
      editedAt: siteTime(comments.editedAt),
      resolvedAt: siteTime(comments.resolvedAt),
      resolver: { id: resolver.id, name: resolver.name },
    })
    .from(comments)
    .innerJoin(thread, sql`${thread.id} = coalesce(${comments.parentId}, ${comments.id})`)
    .innerJoin(articles, eq(articles.id, comments.articleId))
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .innerJoin(author, eq(author.id, comments.authorId))
    .leftJoin(resolver, eq(resolver.id, comments.resolvedBy))
}

type Row = Awaited<ReturnType<typeof selectComments>>[number]

function toComment({ resolvedAt, resolver: by, ...comment }: Row): StoredComment {
  return { ...comment, resolved: resolvedAt === null ? null : { at: resolvedAt, by } }
}
