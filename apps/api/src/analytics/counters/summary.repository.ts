import type { AnalyticsSummary } from '@bantin/shared/analytics'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { countedDays, sitesAt } from './counted-days.repository.ts'

/**
 * The public counters of a site by the database's clock, or as of `at`. One statement sees one moment, so that no day is counted both
 * from its roll-up and from its visits.
 */
export async function readSummary(db: Db, siteId: string, at: Date | null = null): Promise<AnalyticsSummary> {
  const { rows } = await db.execute<AnalyticsSummary & Record<string, unknown>>(sql`
    SELECT reading.online, visits.today::bigint, visits.week::bigint,
           visits.total::bigint + coalesce((settings ->> 'startingVisits')::bigint, 0) AS total,
           published.site_time(moment, time_zone) AS "asOf"
    FROM ${sitesAt(at)},
      LATERAL (
        SELECT coalesce(sum(counted) FILTER (WHERE day = this_day), 0) AS today,
               coalesce(sum(counted) FILTER (WHERE day BETWEEN date_trunc('week', this_day)::date AND this_day), 0) AS week,
               coalesce(sum(counted), 0) AS total
        FROM (${countedDays}) AS days) AS visits,
      LATERAL (
        SELECT count(*) AS online FROM presence p
        WHERE p.site_id = sites.id AND p.seen_at > moment - interval '5 minutes') AS reading
    WHERE sites.id = ${siteId}::uuid`)
  const [summary] = rows
  if (!summary) throw new Error('the site is gone')
  return summary
}
