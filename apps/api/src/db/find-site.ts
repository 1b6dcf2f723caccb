import type { Db } from './client.ts'
import { sites } from './schema/sites.ts'

export type SiteRow = typeof sites.$inferSelect

/** The site. There is one at first; every start makes sure of it. */
export async function findSite(db: Db): Promise<SiteRow> {
  const [site] = await db.select().from(sites).orderBy(sites.id).limit(1)
  if (!site) throw new Error('the database has no site')
  return site
}
