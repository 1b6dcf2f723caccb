import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { toProblem } from '../errors.ts'
import { lockRollUps } from './roll-ups/progress.repository.ts'

/**
 * Forgets the hits of local days that are more than `keptDays` ago and closed for every site: partitions go as a whole, what the default
 * partition has of such days row by row. Figures made of them stay. `at` is the moment instead of now. Whatever is in use at the moment
 * is left for the next time. Returns the days whose partition went.
 */
export async function deleteOldHits(db: Db, keptDays: number, at: Date | null = null): Promise<string[]> {
  const dropped: string[] = []
  const kept = keptFrom(keptDays, at)
  for (const day of await findOldPartitions(db, kept)) {
    if (!(await dropPartition(db, day, kept))) return dropped
    dropped.push(day)
  }
  await deleteFromDefault(db, kept)
  return dropped
}

/** The first local day that is kept. Without roll-ups of a site nothing is old. */
const keptFrom = (keptDays: number, at: Date | null) => sql`
  SELECT min(least((coalesce(${at}::timestamptz, now()) AT TIME ZONE time_zone)::date - ${keptDays}::int, coalesce(closed_through, '-infinity') + 1))
  FROM sites LEFT JOIN stat_progress ON site_id = sites.id`

async function findOldPartitions(db: Db, kept: SQL): Promise<string[]> {
  const { rows } = await db.execute<{ day: string }>(sql`
    SELECT day::text FROM pg_inherits JOIN pg_class ON oid = inhrelid,
      LATERAL (SELECT to_date(substring(relname FROM '^hits_(\\d{8})$'), 'YYYYMMDD') AS day) AS named
    WHERE inhparent = 'hits'::regclass AND day < (${kept})
    ORDER BY day`)
  return rows.map(({ day }) => day)
}

/**
 * Locks the whole table for a moment. Who writes waits behind whoever asks for that, so it is not asked for long. Under the lock of the
 * roll-ups no day is opened again, whose figures could not be made any more.
 */
async function dropPartition(db: Db, day: string, kept: SQL): Promise<boolean> {
  return await unlessInUse(
    db.transaction(async (tx) => {
      await tx.execute(sql`SET LOCAL lock_timeout = '300ms'`)
      await lockRollUps(tx)
      const { rows } = await tx.execute<{ old: boolean }>(sql`SELECT ${day}::date < (${kept}) AS old`)
      if (!rows[0]?.old) return false
      await tx.execute(sql`DROP TABLE IF EXISTS ${sql.identifier(`hits_${day.replaceAll('-', '')}`)}`)
      return true
    }),
  )
}

async function deleteFromDefault(db: Db, kept: SQL): Promise<void> {
  await unlessInUse(
    db.transaction(async (tx) => {
      await lockRollUps(tx)
      await tx.execute(sql`DELETE FROM hits_default WHERE local_day < (${kept})`)
      return true
    }),
  )
}

async function unlessInUse(work: Promise<boolean>): Promise<boolean> {
  try {
    return await work
  } catch (error) {
    if (toProblem(error).code === 'unavailable') return false
    throw error
  }
}
