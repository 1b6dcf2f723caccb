import type { Preview, PreviewedArticle } from '@bantin/shared/previews'
import { and, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { previews } from '../../db/schema/collaboration.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import { isNotTakenDownSince } from '../open-link.repository.ts'

export interface NewPreviewRow {
  id: string
  articleId: string
  tokenHash: string
  createdBy: string | null
  hours: number
}

export async function insertPreview(tx: Db, { hours, ...row }: NewPreviewRow): Promise<void> {
  await tx.insert(previews).values({ ...row, expiresAt: sql`now() + make_interval(hours => ${hours})` })
}

export async function readPreview(db: Db, id: string): Promise<Preview> {
  const [row] = await selectPreviews(db).where(eq(previews.id, id))
  if (!row) throw new Error('a preview that was just written is not there')
  return toPreview(row)
}

/** The article's previews, newest first, behind the id `after`. */
export async function findPreviews(db: Db, articleId: string, after: string | undefined, limit: number): Promise<Preview[]> {
  const rows = await selectPreviews(db)
    .where(and(eq(previews.articleId, articleId), after ? lt(previews.id, after) : undefined))
    .orderBy(desc(previews.id))
    .limit(limit)
  return rows.map(toPreview)
}

/** What became of it: revoked now, or before; undefined when the article has no such preview. */
export async function revokePreview(tx: Db, articleId: string, id: string): Promise<'now' | 'before' | undefined> {
  const own = and(eq(previews.id, id), eq(previews.articleId, articleId))
  const revoked = await tx
    .update(previews)
    .set({ revokedAt: sql`now()` })
    .where(and(own, isNull(previews.revokedAt)))
    .returning({ id: previews.id })
  if (revoked.length > 0) return 'now'
  const [known] = await tx.select({ id: previews.id }).from(previews).where(own)
  return known && 'before'
}

type Open = Pick<PreviewedArticle, 'workState' | 'publicState' | 'expiresAt'> & { revisionId: string | null }

/** The article of a preview that can still be opened, with its newest revision. */
export async function findOpenPreview(db: Db, tokenHash: string): Promise<Open | undefined> {
  const [row] = await db
    .select({
      workState: articles.workState,
      publicState: articles.publicState,
      revisionId: articles.headRevisionId,
      expiresAt: siteTime(previews.expiresAt),
    })
    .from(previews)
    .innerJoin(articles, eq(articles.id, previews.articleId))
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .where(and(eq(previews.tokenHash, tokenHash), isOpen(), isNotTakenDownSince(previews.createdAt)))
  return row
}

function isOpen(): SQL | undefined {
  return and(isNull(previews.revokedAt), gt(previews.expiresAt, sql`now()`))
}

function selectPreviews(db: Db) {
  return db
    .select({
      id: previews.id,
      createdAt: siteTime(previews.createdAt),
      createdById: previews.createdBy,
      createdByName: users.name,
      expiresAt: siteTime(previews.expiresAt),
      revokedAt: siteTime(previews.revokedAt),
    })
    .from(previews)
    .innerJoin(articles, eq(articles.id, previews.articleId))
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .leftJoin(users, eq(users.id, previews.createdBy))
}

type Row = Awaited<ReturnType<typeof selectPreviews>>[number]

function toPreview({ createdById, createdByName, ...row }: Row): Preview {
  return { ...row, createdBy: createdById === null ? null : { id: createdById, name: createdByName ?? '' } }
}
