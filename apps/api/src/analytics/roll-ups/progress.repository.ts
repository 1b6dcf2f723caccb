import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** How long after its end a day is closed: no retry of a hit comes later, and no clock is so wrong. */
const delay = '10 minutes'

// Any fixed numbers will do, as long as nothing else in the product locks them.
const writing = 7_204_811
const rollingUp = 7_204_812

/**
 * SQL of the moment at which hits are written, to the millisecond; `at` is that instead of now unless it is null. It is read where nobody can
 * close a day until the end of the transaction: whoever closed one before did so ten minutes after its end, so that this moment is of a later
 * day.
 */
export function momentOfWriter(at: SQL): SQL {
  return sql`SELECT date_trunc('milliseconds', coalesce(${at}, clock_timestamp())) AS at
    FROM (SELECT pg_advisory_xact_lock_shared(${writing})) AS kept`
}

/** Resolves when all who write hits of an older moment are done. Waits half a second at most, since new ones wait behind it. */
export async function waitForWriters(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL lock_timeout = '500ms'`)
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${writing})`)
  })
}

/** Until the end of the transaction nobody else changes roll-ups. */
export async function lockRollUps(tx: Db): Promise<void> {
  await tx.execute(sql`SET LOCAL statement_timeout = '60s'`)
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${rollingUp})`)
}

export interface Progress {
  /** Closed, and all days before it. */
  closedThrough: string
  /** All days behind that, up to today. */
  open: string[]
  /** How many of them, from the first on, are over and can be closed. */
  ended: number
}

/** How far the roll-ups of a site are; `at` is the moment instead of now. What was never begun begins before the first hit. */
export async function findProgress(tx: Db, siteId: string, at: Date | null): Promise<Progress> {
  await tx.execute(sql`
    INSERT INTO stat_progress (site_id, closed_through, rolled_up_at)
    SELECT id, least((SELECT min(h.local_day) FROM hits h WHERE h.site_id = sites.id), (coalesce(${at}::timestamptz, now()) AT TIME ZONE time_zone)::date) - 1, now()
    FROM sites WHERE id = ${siteId}::uuid AND NOT EXISTS (SELECT FROM stat_progress WHERE site_id = ${siteId}::uuid)
    ON CONFLICT DO NOTHING`)
  const { rows } = await tx.execute<Progress & Record<string, unknown>>(sql`
    SELECT closed_through AS "closedThrough",
      ARRAY (SELECT day::date::text FROM generate_series(closed_through + 1, local::date, interval '1 day') AS day ORDER BY day) AS open,
      greatest(((moment - ${delay}::interval) AT TIME ZONE time_zone)::date - closed_through - 1, 0) AS ended
    FROM stat_progress JOIN sites ON id = site_id,
      LATERAL (SELECT coalesce(${at}::timestamptz, now()) AS moment) AS clock,
      LATERAL (SELECT moment AT TIME ZONE time_zone AS local) AS wall
    WHERE site_id = ${siteId}::uuid`)
  const [progress] = rows
  if (!progress) throw new Error('the site is gone')
  return progress
}

/** Notes that the roll-ups of a site are of now, and final up to that day. */
export async function saveProgress(tx: Db, siteId: string, closedThrough: string): Promise<void> {
  await tx.execute(sql`
    UPDATE stat_progress SET closed_through = ${closedThrough}::date, rolled_up_at = now() WHERE site_id = ${siteId}::uuid`)
}

/**
 * The first day from `from` on behind all closed days that were counted from more hits than there still are. Whoever holds the lock of the
 * roll-ups can rely on it: hits are forgotten under that lock too.
 */
export async function firstWithItsHits(tx: Db, siteId: string, from: string, closedThrough: string): Promise<string> {
  const { rows } = await tx.execute<{ first: string }>(sql`
    SELECT coalesce(max(s.starts_on) + 1, ${from}::date) AS first FROM stat_periods s
    WHERE s.site_id = ${siteId}::uuid AND s.cut = 'site' AND s.period = 'day' AND s.starts_on BETWEEN ${from}::date AND ${closedThrough}::date
      AND s.views > (SELECT count(*) FROM hits h WHERE h.site_id = s.site_id AND h.local_day = s.starts_on)
        + coalesce((SELECT i.views FROM imported_days i WHERE i.site_id = s.site_id AND i.local_day = s.starts_on), 0)`)
  return rows[0]?.first ?? from
}

/** Forgets months from that of the day on: they are sums of days that are going to be made anew. */
export async function deleteMonthsFrom(tx: Db, siteId: string, day: string): Promise<void> {
  for (const table of ['stat_periods', 'stat_articles', 'stat_referrers', 'stat_countries']) {
    await tx.execute(sql`
      DELETE FROM ${sql.identifier(table)}
      WHERE site_id = ${siteId}::uuid AND period = 'month' AND starts_on >= date_trunc('month', ${day}::date)`)
  }
}
