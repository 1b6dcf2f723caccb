import type { Subject } from '@bantin/shared/permissions'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { articles } from '../../db/schema/articles.ts'
import type { SlugPage } from '../../lib/own-addresses.ts'

export interface PageAddress {
  page: SlugPage
  slug: string
}

/** What permission to read each of these articles depends on, by id. Those that do not exist are missing. */
export async function findSubjects(db: Db, articleIds: string[]): Promise<Map<string, Subject>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db
    .select({
      id: articles.id,
      unitPath: sql<string[]>`unit_path(${articles.unitId})`,
      createdBy: articles.createdBy,
      assigneeId: articles.assigneeId,
    })
    .from(articles)
    .where(inArray(articles.id, articleIds))
  return new Map(rows.map(({ id, ...subject }) => [id, subject]))
}

const sources: Record<SlugPage, SQL> = {
  'bai-viet': sql`article_slugs`,
  'chuyen-muc': sql`categories`,
  the: sql`tags`,
  'don-vi': sql`units`,
  'tac-gia': sql`authors`,
  nguoi: sql`people`,
}

/** Which of the addresses are taken by something of ours, public or not: an article on hold has its address for itself. */
export async function findTaken(db: Db, addresses: PageAddress[]): Promise<PageAddress[]> {
  const taken: PageAddress[] = []
  for (const [page, source] of Object.entries(sources) as [SlugPage, SQL][]) {
    const slugs = addresses.filter((address) => address.page === page).map(({ slug }) => slug)
    if (slugs.length === 0) continue
    const { rows } = await db.execute<{ slug: string }>(sql`SELECT slug FROM ${source} WHERE ${inArray(sql`slug`, slugs)}`)
    taken.push(...rows.map(({ slug }) => ({ page, slug })))
  }
  return taken
}
