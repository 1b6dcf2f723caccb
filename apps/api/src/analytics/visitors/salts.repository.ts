import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { visitorSalts } from '../../db/schema/analytics.ts'

/** Stores the sealed salt if the day has none, or has the `unreadable` one. Returns the one that stands. */
export async function offerSalt(db: Db, day: string, sealed: Buffer, unreadable?: Buffer): Promise<Buffer> {
  await db
    .insert(visitorSalts)
    .values({ localDay: day, salt: sealed })
    .onConflictDoUpdate({
      target: visitorSalts.localDay,
      set: { salt: sealed },
      setWhere: unreadable ? eq(visitorSalts.salt, unreadable) : sql`false`,
    })
  const [stored] = await db.select({ salt: visitorSalts.salt }).from(visitorSalts).where(eq(visitorSalts.localDay, day))
  if (!stored) throw new Error('the salt of the day is gone')
  return stored.salt
}

/** Deletes the salts of days that ended an hour ago or earlier, by the clock of every site; `at` sets the moment instead of now. */
export async function deleteOldSalts(db: Db, at: Date | null = null): Promise<void> {
  await db.execute(sql`
    DELETE FROM visitor_salts
    WHERE local_day < (SELECT min((coalesce(${at}::timestamptz, now()) - interval '1 hour') AT TIME ZONE time_zone)::date FROM sites)`)
}
