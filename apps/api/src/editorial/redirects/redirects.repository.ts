import type { Redirect } from '@bantin/shared/redirects'
import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { redirects } from '../../db/schema/redirects.ts'
import { sites } from '../../db/schema/sites.ts'
import { users } from '../../db/schema/users.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import { encodeOnce } from '../../lib/path-query.ts'
import type { RedirectFields } from './redirect-fields.ts'

export type RedirectRow = typeof redirects.$inferSelect

interface ListQuery {
  siteId: string
  /** A part of the old address. */
  q: string | undefined
  /** The id behind which the page begins. */
  after: string | undefined
  limit: number
}

/** The site's redirects, newest first. */
export async function findRedirects(db: Db, publicUrl: string, { siteId, q, after, limit }: ListQuery): Promise<Redirect[]> {
  const isAsked = and(eq(redirects.siteId, siteId), q ? hasPart(q) : undefined, after ? lt(redirects.id, after) : undefined)
  const rows = await selectRedirects(db).where(isAsked).orderBy(desc(redirects.id)).limit(limit)
  return rows.map((row) => toRedirect(row, publicUrl))
}

/** The redirect, or undefined when the site has none with this id. */
export async function findRedirect(db: Db, publicUrl: string, siteId: string, id: string): Promise<Redirect | undefined> {
  const [row] = await selectRedirects(db).where(and(eq(redirects.siteId, siteId), eq(redirects.id, id)))
  return row && toRedirect(row, publicUrl)
}

/** Locks the redirect until the transaction ends. */
export async function lockRedirect(tx: Db, siteId: string, id: string): Promise<RedirectRow | undefined> {
  const [row] = await tx
    .select()
    .from(redirects)
    .where(and(eq(redirects.siteId, siteId), eq(redirects.id, id)))
    .for('update')
  return row
}

/** The redirects from any of these addresses. */
export async function findFrom(db: Db, siteId: string, addresses: string[]): Promise<RedirectRow[]> {
  return await db
    .select()
    .from(redirects)
    .where(and(eq(redirects.siteId, siteId), inArray(redirects.fromPathQuery, addresses)))
}

/** In the order of their addresses, so that two imports of the same never wait for each other in a circle. */
export async function insertRedirects(tx: Db, rows: (typeof redirects.$inferInsert)[]): Promise<void> {
  const inOrder = rows.toSorted((a, b) => (a.fromPathQuery < b.fromPathQuery ? -1 : 1))
  if (inOrder.length > 0) await tx.insert(redirects).values(inOrder)
}

export async function updateRedirect(tx: Db, id: string, fields: RedirectFields): Promise<void> {
  await tx
    .update(redirects)
    .set({ ...fields, version: sql`${redirects.version} + 1` })
    .where(eq(redirects.id, id))
}

export async function deleteRedirect(tx: Db, id: string): Promise<void> {
  await tx.delete(redirects).where(eq(redirects.id, id))
}

/** Addresses are kept encoded; whoever looks for one types it as it is read. */
function hasPart(q: string): SQL {
  return sql`position(lower(${encodeOnce(q.normalize('NFC'))}) IN lower(${redirects.fromPathQuery})) > 0`
}

/** What came of an article that was itself redirected is where its readers end. */
const publicPath = sql<string | null>`(SELECT '/bai-viet/' || a.slug FROM published.articles a WHERE a.id = coalesce(
  (SELECT f.replaced_by FROM published.former_articles f WHERE f.id = ${redirects.articleId}), ${redirects.articleId}))`

function selectRedirects(db: Db) {
  return db
    .select({
      id: redirects.id,
      version: redirects.version,
      fromPathQuery: redirects.fromPathQuery,
      articleId: redirects.articleId,
      url: redirects.url,
      leadsTo: sql<string | null>`coalesce(${redirects.url}, ${publicPath})`,
      hits: redirects.hits,
      lastHitOn: redirects.lastHitOn,
      createdById: redirects.createdBy,
      createdByName: users.name,
      createdAt: siteTime(redirects.createdAt),
    })
    .from(redirects)
    .innerJoin(sites, eq(sites.id, redirects.siteId))
    .leftJoin(users, eq(users.id, redirects.createdBy))
}

type Row = Awaited<ReturnType<typeof selectRedirects>>[number]

function toRedirect({ createdById, createdByName, leadsTo, ...row }: Row, publicUrl: string): Redirect {
  return {
    ...row,
    leadsTo: leadsTo === null ? null : new URL(leadsTo, publicUrl).href,
    createdBy: createdById === null ? null : { id: createdById, name: createdByName ?? '' },
  }
}
