import type { VisitDays } from '@bantin/shared/analytics'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { atOneMoment } from '../../db/one-moment.ts'
import { countedDays, findClosed, sitesAt } from './counted-days.repository.ts'

/** How many days are shown, today's included. */
const shown = 30

/** The visits of a site's last thirty local days by the database's clock, or as of `at`: the days that the counters sum up. */
export async function readVisitDays(db: Db, siteId: string, at: Date | null = null): Promise<VisitDays> {
  return await atOneMoment(db, async (tx) => {
    const closed = await findClosed(tx, siteId)
    const { rows } = await tx.execute<VisitDays & Record<string, unknown>>(sql`
    SELECT published.site_time(moment, time_zone) AS "asOf",
      (SELECT json_agg(json_build_object('day', shown.day, 'visits', coalesce(counted, 0)) ORDER BY shown.day)
       FROM (SELECT this_day - age AS day FROM generate_series(0, ${shown - 1}::int) AS age) AS shown
         LEFT JOIN (SELECT * FROM (${countedDays(closed)}) AS days WHERE day > this_day - ${shown}::int) AS visits ON visits.day = shown.day) AS data
    FROM ${sitesAt(at)}
    WHERE sites.id = ${siteId}::uuid`)
    const [days] = rows
    if (!days) throw new Error('the site is gone')
    return days
  })
}
