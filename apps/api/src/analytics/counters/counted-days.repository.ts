import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/**
 * Up to which day the roll-ups of the site are closed. Asked by itself, at the moment of what is counted with it: as a value the planner knows
 * it, and leaves out all partitions of closed days. It took longer to plan those than to count.
 */
export async function findClosed(tx: Db, siteId: string): Promise<string> {
  const { rows } = await tx.execute<{ closed: string }>(
    sql`SELECT coalesce((SELECT closed_through FROM stat_progress WHERE site_id = ${siteId}::uuid), '-infinity')::text AS closed`,
  )
  return rows[0]?.closed ?? '-infinity'
}

/** Sites with the `moment` by the database's clock, or `at`, and `this_day`, the local day then: what is counted belongs to these. */
export const sitesAt = (at: Date | null): SQL => sql`
  sites,
    LATERAL (SELECT coalesce(${at}::timestamptz, now()) AS moment) AS clock,
    LATERAL (SELECT (moment AT TIME ZONE time_zone)::date AS this_day) AS today`

/** What was `counted` on each `day` that has visits: closed days from their roll-ups, all others from the index of visits alone. */
export const countedDays = (closed: string): SQL => sql`
  SELECT starts_on AS day, visits AS counted FROM stat_periods
  WHERE site_id = sites.id AND cut = 'site' AND period = 'day' AND starts_on <= ${closed}::date
  UNION ALL
  SELECT h.local_day, count(*) FROM hits h WHERE h.site_id = sites.id AND h.visit AND h.local_day > ${closed}::date GROUP BY h.local_day`
