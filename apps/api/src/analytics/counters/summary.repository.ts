import type { AnalyticsSummary } from '@bantin/shared/analytics'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** The public counters of a site by the database's clock, or as of `at`. Counts from the index of visits alone. */
export async function readSummary(db: Db, siteId: string, at: Date | null = null): Promise<AnalyticsSummary> {
  const { rows } = await db.execute<AnalyticsSummary & Record<string, unknown>>(sql`
    SELECT reading.online, visits.today, visits.week,
           visits.total + coalesce((settings ->> 'startingVisits')::bigint, 0) AS total,
           published.site_time(moment, time_zone) AS "asOf"
    FROM sites,
      LATERAL (SELECT coalesce(${at}::timestamptz, now()) AS moment) AS clock,
      LATERAL (SELECT (moment AT TIME ZONE time_zone)::date AS this_day) AS day,
      LATERAL (
        SELECT count(*) FILTER (WHERE h.local_day = this_day) AS today,
               count(*) FILTER (WHERE h.local_day BETWEEN date_trunc('week', this_day)::date AND this_day) AS week,
               count(*) AS total
        FROM hits h WHERE h.site_id = sites.id AND h.visit) AS visits,
      LATERAL (
        SELECT count(*) AS online FROM presence p
        WHERE p.site_id = sites.id AND p.seen_at > moment - interval '5 minutes') AS reading
    WHERE sites.id = ${siteId}::uuid`)
  const [summary] = rows
  if (!summary) throw new Error('the site is gone')
  return summary
}
