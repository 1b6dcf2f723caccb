import type { AnalyticsSummary } from '@bantin/shared/analytics'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { atOneMoment } from '../../db/one-moment.ts'
import { totalStartsOn } from '../../db/schema/stats.ts'
import { countedDays, findClosed, sitesAt } from './counted-days.repository.ts'

/**
 * The public counters of a site by the database's clock, or as of `at`. They see one moment, so that no day is counted both from its roll-up
 * and from its visits. Months that are closed come from their total: it takes as long after ten years as after one.
 */
export async function readSummary(db: Db, siteId: string, at: Date | null = null): Promise<AnalyticsSummary> {
  return await atOneMoment(db, async (tx) => {
    const summary = await countAll(tx, { siteId, at, closed: await findClosed(tx, siteId) })
    if (!summary) throw new Error('the site is gone')
    return summary
  })
}

interface Asked {
  siteId: string
  at: Date | null
  closed: string
}

async function countAll(tx: Db, { siteId, at, closed }: Asked): Promise<AnalyticsSummary | undefined> {
  const { rows } = await tx.execute<AnalyticsSummary & Record<string, unknown>>(sql`
    SELECT reading.online, visits.today::bigint, visits.week::bigint,
           visits.total::bigint + coalesce((settings ->> 'startingVisits')::bigint, 0) AS total,
           published.site_time(moment, time_zone) AS "asOf"
    FROM ${sitesAt(at)},
      LATERAL (
        SELECT coalesce(sum(counted) FILTER (WHERE day = this_day), 0) AS today,
               coalesce(sum(counted) FILTER (WHERE day BETWEEN date_trunc('week', this_day)::date AND this_day), 0) AS week,
               coalesce(sum(counted) FILTER (WHERE day >= open_month), 0) + coalesce((
                 SELECT visits FROM stat_periods
                 WHERE site_id = sites.id AND cut = 'site' AND period = 'total' AND starts_on = ${totalStartsOn}::date), 0) AS total
        FROM (SELECT date_trunc('month', (${closed}::date + 1)::timestamp)::date AS open_month) AS behind_closed,
          LATERAL (${countedDays(closed)}) AS days WHERE day >= least(open_month, date_trunc('week', this_day)::date)) AS visits,
      LATERAL (
        SELECT count(*) AS online FROM presence p
        WHERE p.site_id = sites.id AND p.seen_at > moment - interval '5 minutes') AS reading
    WHERE sites.id = ${siteId}::uuid`)
  return rows[0]
}
