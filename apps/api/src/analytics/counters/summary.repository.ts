import type { AnalyticsSummary } from '@bantin/shared/analytics'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/**
 * The public counters of a site by the database's clock, or as of `at`: closed days from their roll-ups, all others from the index of
 * visits alone. One statement sees one moment, so that no day is in both.
 */
export async function readSummary(db: Db, siteId: string, at: Date | null = null): Promise<AnalyticsSummary> {
  const { rows } = await db.execute<AnalyticsSummary & Record<string, unknown>>(sql`
    SELECT reading.online, visits.today::bigint, visits.week::bigint,
           visits.total::bigint + coalesce((settings ->> 'startingVisits')::bigint, 0) AS total,
           published.site_time(moment, time_zone) AS "asOf"
    FROM sites,
      LATERAL (SELECT coalesce(${at}::timestamptz, now()) AS moment) AS clock,
      LATERAL (SELECT (moment AT TIME ZONE time_zone)::date AS this_day) AS day,
      LATERAL (SELECT coalesce((SELECT closed_through FROM stat_progress WHERE site_id = sites.id), '-infinity') AS closed) AS progress,
      LATERAL (
        SELECT coalesce(sum(counted) FILTER (WHERE day = this_day), 0) AS today,
               coalesce(sum(counted) FILTER (WHERE day BETWEEN date_trunc('week', this_day)::date AND this_day), 0) AS week,
               coalesce(sum(counted), 0) AS total
        FROM (
          SELECT starts_on AS day, visits AS counted FROM stat_periods
          WHERE site_id = sites.id AND cut = 'site' AND period = 'day' AND starts_on <= closed
          UNION ALL
          SELECT h.local_day, count(*) FROM hits h WHERE h.site_id = sites.id AND h.visit AND h.local_day > closed GROUP BY h.local_day
        ) AS days) AS visits,
      LATERAL (
        SELECT count(*) AS online FROM presence p
        WHERE p.site_id = sites.id AND p.seen_at > moment - interval '5 minutes') AS reading
    WHERE sites.id = ${siteId}::uuid`)
  const [summary] = rows
  if (!summary) throw new Error('the site is gone')
  return summary
}
