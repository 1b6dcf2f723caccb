import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'

/** A day, without one today at the site, and the day so many days before it. */
export async function findDays(db: Db, to: string | undefined, before: number): Promise<{ from: string; to: string }> {
  const { rows } = await db.execute<{ from: string; to: string }>(sql`
    SELECT (day - ${before}::int)::text AS from, day::text AS to FROM coalesce(${to ?? null}::date, published.today()) AS day`)
  const [days] = rows
  if (!days) throw new Error('a day that is none')
  return days
}
