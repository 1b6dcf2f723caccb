import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { ImportedDay } from './read-days.ts'

export interface Limits {
  /** The local day of now. */
  today: string
  /** The first day on which the site counted by itself; null before its first hit. */
  firstOwnDay: string | null
}

/** A roll-up that is under way may take longer than a request would wait. */
export async function waitForTurn(tx: Db): Promise<void> {
  await tx.execute(sql`SET LOCAL lock_timeout = '60s'`)
}

/** Which days another system can have counted. Hours are of own hits alone and outlive them; those of the last minutes have none yet. */
export async function findLimits(tx: Db, siteId: string): Promise<Limits> {
  const { rows } = await tx.execute<Limits & Record<string, unknown>>(sql`
    SELECT (now() AT TIME ZONE time_zone)::date AS today, least(
        (SELECT min(local_day) FROM stat_hours WHERE site_id = sites.id AND cut = 'site'),
        (SELECT min(h.local_day) FROM hits h WHERE h.site_id = sites.id AND h.local_day > closed_through)) AS "firstOwnDay"
    FROM sites JOIN stat_progress ON site_id = sites.id
    WHERE sites.id = ${siteId}::uuid`)
  const [limits] = rows
  if (!limits) throw new Error('the site is gone')
  return limits
}

/** Stores what was counted, in place of what was said of the same days before. Returns the days that are new or say something else now. */
export async function storeImportedDays(tx: Db, siteId: string, days: ImportedDay[]): Promise<string[]> {
  const column = <K extends keyof ImportedDay>(name: K) => sql.param(days.map((day) => day[name]))
  const { rows } = await tx.execute<{ day: string }>(sql`
    INSERT INTO imported_days AS stored (site_id, local_day, views, visits)
    SELECT ${siteId}::uuid, day, views, visits
    FROM unnest(${column('day')}::date[], ${column('views')}::bigint[], ${column('visits')}::bigint[]) AS given (day, views, visits)
    ON CONFLICT (site_id, local_day) DO UPDATE SET views = excluded.views, visits = excluded.visits
      WHERE (stored.views, stored.visits) <> (excluded.views, excluded.visits)
    RETURNING local_day AS day`)
  return rows.map(({ day }) => day).toSorted()
}
