import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/** The moment of the transaction as text that a Date reads: rounded to milliseconds, as columns do it. */
export const clockTime = sql`to_char(now()::timestamptz(3) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The moment of the transaction by the database's clock, which alone decides; milliseconds, as everywhere. */
export async function readClock(tx: Db): Promise<Date> {
  const { rows } = await tx.execute<{ now: string }>(sql`SELECT ${clockTime} AS now`)
  return new Date(rows[0]?.now ?? Number.NaN)
}
