import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/** A site's day by the database's clock. */
export interface Clock {
  siteId: string
  localDay: string
  /** True in the first minutes of a day, which may begin at one o'clock where summer time does, when a hit may be the retry of one that was committed yesterday. */
  dayIsYoung: boolean
}

/** Reads the clock of every site, ordered by id; `at` sets the moment instead of now. */
export async function readClocks(db: Db, at: Date | null = null): Promise<Clock[]> {
  const { rows } = await db.execute<Clock & Record<string, unknown>>(sql`
    SELECT id AS "siteId", local::date AS "localDay",
           ((moment - interval '10 minutes') AT TIME ZONE time_zone)::date < local::date AS "dayIsYoung"
    FROM sites,
      LATERAL (SELECT coalesce(${at}::timestamptz, now()) AS moment) AS clock,
      LATERAL (SELECT moment AT TIME ZONE time_zone AS local) AS wall
    ORDER BY id`)
  return rows
}
