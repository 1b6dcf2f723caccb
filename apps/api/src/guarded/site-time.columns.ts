import { type Column, type SQL, sql } from 'drizzle-orm'
import { sites } from '../db/schema/sites.ts'

/** A moment in the site's time zone, as answers give it. The query joins `sites`. */
export function siteTime<C extends Column>(moment: C): SQL<C['_']['notNull'] extends true ? string : string | null> {
  return sql`published.site_time(${moment}, ${sites.timeZone})`
}
