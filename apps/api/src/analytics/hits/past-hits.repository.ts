import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { PastHit } from '../past-visits-plan.ts'

/** The site's local days from so many days ago to today, oldest first. */
export async function readPastDays(db: Db, siteId: string, days: number): Promise<[string, ...string[]]> {
  const { rows } = await db.execute<{ day: string }>(sql`
    SELECT day::date AS day
    FROM sites, LATERAL (SELECT (now() AT TIME ZONE time_zone)::date AS today) AS here,
      generate_series(today - ${days}::int, today, interval '1 day') AS day
    WHERE id = ${siteId}::uuid
    ORDER BY day`)
  const [first, ...rest] = rows.map(({ day }) => day)
  if (first === undefined) throw new Error('there is no such site, or no such days')
  return [first, ...rest]
}

/** Writes hits of the past, each id once a day; what lies in the future is left out. Returns how many were added. */
export async function insertPastHits(db: Db, siteId: string, hits: PastHit[]): Promise<number> {
  const column = <K extends keyof PastHit>(name: K) => sql.param(hits.map((hit) => hit[name]))
  const { rowCount } = await db.execute(sql`
    INSERT INTO hits (local_day, id, at, local_hour, site_id, article_id, path, visit, visitor, referrer_host)
    SELECT local_time::date, g.id, local_time AT TIME ZONE time_zone, extract(hour FROM local_time), s.id, article_id, path,
      visit, visitor, referrer_host
    FROM sites s,
      unnest(${column('localTime')}::timestamp[], ${column('id')}::uuid[], ${column('articleId')}::uuid[], ${column('path')}::text[],
        ${column('visit')}::boolean[], ${column('visitor')}::bytea[], ${column('referrerHost')}::text[])
        AS g (local_time, id, article_id, path, visit, visitor, referrer_host)
    WHERE s.id = ${siteId}::uuid AND local_time <= now() AT TIME ZONE time_zone
    ORDER BY local_time::date, g.id
    ON CONFLICT DO NOTHING`)
  return rowCount ?? 0
}
