import type { Alert } from '@bantin/shared/alerts'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** The site's alerts, newest first, each with its state by the database's clock, in milliseconds: one that ends now has ended. */
export async function findAlerts(db: Db, siteId: string): Promise<Alert[]> {
  const { rows } = await db.execute<Alert & Record<string, unknown>>(sql`
    SELECT a.id, a.version, a.level, a.text, a.url, published.site_time(a."from", s.time_zone) AS "from",
      published.site_time(a.until, s.time_zone) AS until,
      CASE WHEN a.until <= now()::timestamptz(3) THEN 'ended' WHEN a."from" > now() THEN 'planned' ELSE 'shown' END AS state
    FROM sites s CROSS JOIN jsonb_array_elements(coalesce(s.settings -> 'alerts', '[]')) WITH ORDINALITY AS stored (alert, place)
      CROSS JOIN jsonb_to_record(stored.alert)
        AS a (id uuid, version int, level text, text text, url text, "from" timestamptz, until timestamptz)
    WHERE s.id = ${siteId} ORDER BY stored.place`)
  return rows
}
