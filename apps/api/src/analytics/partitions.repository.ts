import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/**
 * Makes the partitions of `hits` for the days that lack one, from `from`, default yesterday, to a fortnight ahead. What the default
 * partition holds of such a day moves into it. Several nodes may call it at once. Returns the days that this call made.
 */
export async function makePartitions(db: Db, from: string | null = null): Promise<string[]> {
  const made: string[] = []
  for (const day of await missingDays(db, from)) if (await makeIfMissing(db, day)) made.push(day)
  return made
}

/** Each day in a transaction of its own: whoever counts over all days waits for one, not for all. */
async function makeIfMissing(db: Db, day: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL statement_timeout = '60s'`)
    // Held by one at a time, and shows what others made; an advisory lock would leave this session's catalogue stale.
    await tx.execute(sql`LOCK TABLE hits IN SHARE UPDATE EXCLUSIVE MODE`)
    const { rows } = await tx.execute<{ known: boolean }>(sql`SELECT to_regclass(${nameOf(day)}) IS NOT NULL AS known`)
    if (rows[0]?.known) return false
    await makePartition(tx, day)
    return true
  })
}

/** In UTC, with a day to spare at both ends: it is never more than a day away from the local one. */
async function missingDays(db: Db, from: string | null): Promise<string[]> {
  const { rows } = await db.execute<{ day: string }>(sql`
    SELECT day::date AS day
    FROM (SELECT (now() AT TIME ZONE 'UTC')::date AS today) AS clock,
      generate_series(least(${from}::date, today - 1), today + 15, interval '1 day') AS day
    WHERE to_regclass('hits_' || to_char(day, 'YYYYMMDD')) IS NULL
    ORDER BY day`)
  return rows.map(({ day }) => day)
}

/** Attached, not created in place: writers of other days go on. The default partition is locked, so no row slips in behind. */
async function makePartition(tx: Db, day: string): Promise<void> {
  const name = sql.identifier(nameOf(day))
  await tx.execute(sql`CREATE TABLE ${name} (LIKE hits INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`)
  await tx.execute(sql`LOCK TABLE hits_default IN ACCESS EXCLUSIVE MODE`)
  await tx.execute(sql`
    WITH moved AS (DELETE FROM hits_default WHERE local_day = ${day}::date RETURNING *)
    INSERT INTO ${name} SELECT * FROM moved`)
  // Bounds take literals, not parameters; the day comes from PostgreSQL.
  const bound = sql.raw(`FROM ('${day}') TO (date '${day}' + 1)`)
  await tx.execute(sql`ALTER TABLE hits ATTACH PARTITION ${name} FOR VALUES ${bound}`)
}

function nameOf(day: string): string {
  return `hits_${day.replaceAll('-', '')}`
}
