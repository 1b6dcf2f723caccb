import type { HomeSlot } from '@bantin/shared/home'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import { homeSlots } from '../../db/schema/home-slots.ts'
import { articleRevisions } from '../../db/schema/revisions.ts'
import { sites } from '../../db/schema/sites.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'

/** The slots whose time is not over, in their order, with what readers know of their articles, or knew. */
export async function findSlots(db: Db, siteId: string): Promise<HomeSlot[]> {
  const rows = await db
    .select({
      id: articles.id,
      slug: sql<string>`${articles.slug}`,
      title: articleRevisions.title,
      locale: articles.locale,
      publicState: articles.publicState,
      publishedAt: siteTime(articles.publishedAt),
      until: siteTime(homeSlots.until),
    })
    .from(homeSlots)
    .innerJoin(sites, eq(sites.id, homeSlots.siteId))
    .innerJoin(articles, eq(articles.id, homeSlots.articleId))
    .innerJoin(articleRevisions, eq(articleRevisions.id, articles.publishedRevisionId))
    .where(and(eq(homeSlots.siteId, siteId), sql`coalesce(${homeSlots.until} > now(), true)`))
    .orderBy(homeSlots.position)
  return rows.map(({ until, ...article }) => ({ article, until }))
}

/** Which of these are published, and nothing but published. */
export async function findPublished(db: Db, siteId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const isPublished = and(eq(articles.siteId, siteId), inArray(articles.id, ids), eq(articles.publicState, 'published'))
  const rows = await db.select({ id: articles.id }).from(articles).where(isPublished)
  return new Set(rows.map(({ id }) => id))
}

export async function replaceSlots(tx: Db, siteId: string, slots: { articleId: string; until: Date | null }[]): Promise<void> {
  await tx.delete(homeSlots).where(eq(homeSlots.siteId, siteId))
  if (slots.length > 0) await tx.insert(homeSlots).values(slots.map((slot, position) => ({ siteId, position, ...slot })))
}
