import type { AskedOpinion, Opinion, OpinionAnswer } from '@bantin/shared/opinions'
import { and, desc, eq, gt, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { opinions } from '../../db/schema/collaboration.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import { isNotTakenDownSince } from '../open-link.repository.ts'

export interface NewOpinionRow {
  id: string
  articleId: string
  revisionId: string
  tokenHash: string
  name: string
  askedBy: string | null
  hours: number
}

export async function insertOpinion(tx: Db, { hours, ...row }: NewOpinionRow): Promise<void> {
  await tx.insert(opinions).values({ ...row, expiresAt: sql`now() + make_interval(hours => ${hours})` })
}

export async function readOpinion(db: Db, id: string): Promise<Opinion> {
  const [row] = await selectOpinions(db).where(eq(opinions.id, id))
  if (!row) throw new Error('an opinion that was just asked for is not there')
  return toOpinion(row)
}

/** What the article's people were asked and answered, newest first, behind the id `after`. */
export async function findOpinions(db: Db, articleId: string, after: string | undefined, limit: number): Promise<Opinion[]> {
  const rows = await selectOpinions(db)
    .where(and(eq(opinions.articleId, articleId), after ? lt(opinions.id, after) : undefined))
    .orderBy(desc(opinions.id))
    .limit(limit)
  return rows.map(toOpinion)
}

/** What became of it: revoked now, or before, or answered; undefined when the article has no such opinion. */
export async function revokeOpinion(tx: Db, articleId: string, id: string): Promise<'now' | 'before' | 'answered' | undefined> {
  const own = and(eq(opinions.id, id), eq(opinions.articleId, articleId))
  const revoked = await tx
    .update(opinions)
    .set({ revokedAt: sql`now()` })
    .where(and(own, isNull(opinions.revokedAt), isNull(opinions.answer)))
    .returning({ id: opinions.id })
  if (revoked.length > 0) return 'now'
  const [known] = await tx.select({ answer: opinions.answer }).from(opinions).where(own)
  return known && (known.answer === null ? 'before' : 'answered')
}

type Open = Pick<AskedOpinion, 'name' | 'askedBy' | 'expiresAt' | 'answer' | 'text' | 'answeredAt'> & {
  id: string
  articleId: string
  revisionId: string
}

/** An opinion whose link can still be opened. */
export async function findOpenOpinion(db: Db, tokenHash: string): Promise<Open | undefined> {
  const [row] = await db
    .select({
      id: opinions.id,
      articleId: opinions.articleId,
      revisionId: opinions.revisionId,
      name: opinions.name,
      askedBy: users.name,
      expiresAt: siteTime(opinions.expiresAt),
      answer: opinions.answer,
      text: opinions.text,
      answeredAt: siteTime(opinions.answeredAt),
    })
    .from(opinions)
    .innerJoin(articles, eq(articles.id, opinions.articleId))
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .leftJoin(users, eq(users.id, opinions.askedBy))
    .where(and(eq(opinions.tokenHash, tokenHash), isOpen(), isNotTakenDownSince(opinions.askedAt)))
  return row
}

/** Writes the one answer. False when it was answered before; of two at the same time the second waits here and sees the first. */
export async function writeAnswer(tx: Db, id: string, answer: OpinionAnswer, text: string | null): Promise<boolean> {
  const written = await tx
    .update(opinions)
    .set({ answer, text, answeredAt: sql`now()` })
    .where(and(eq(opinions.id, id), isOpen(), isNull(opinions.answer)))
    .returning({ id: opinions.id })
  return written.length > 0
}

function isOpen(): SQL | undefined {
  return and(isNull(opinions.revokedAt), gt(opinions.expiresAt, sql`now()`))
}

function selectOpinions(db: Db) {
  return db
    .select({
      id: opinions.id,
      name: opinions.name,
      revision: articleRevisions.number,
      askedById: opinions.askedBy,
      askedByName: users.name,
      askedAt: siteTime(opinions.askedAt),
      expiresAt: siteTime(opinions.expiresAt),
      revokedAt: siteTime(opinions.revokedAt),
      answer: opinions.answer,
      text: opinions.text,
      answeredAt: siteTime(opinions.answeredAt),
    })
    .from(opinions)
    .innerJoin(articleRevisions, eq(articleRevisions.id, opinions.revisionId))
    .innerJoin(articles, eq(articles.id, opinions.articleId))
    .innerJoin(sites, eq(sites.id, articles.siteId))
    .leftJoin(users, eq(users.id, opinions.askedBy))
}

type Row = Awaited<ReturnType<typeof selectOpinions>>[number]

function toOpinion({ askedById, askedByName, ...row }: Row): Opinion {
  return { ...row, askedBy: askedById === null ? null : { id: askedById, name: askedByName ?? '' } }
}
