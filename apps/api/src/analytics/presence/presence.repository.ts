import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { Clock } from '../clocks.repository.ts'

/** Notes that these visitors are reading now. */
export async function markPresent(tx: Db, clock: Clock, visitors: Buffer[]): Promise<void> {
  if (visitors.length === 0) return
  await tx.execute(sql`
    INSERT INTO presence (visitor, site_id, seen_at)
    SELECT DISTINCT visitor, ${clock.siteId}::uuid, ${clock.at}::timestamptz FROM unnest(${sql.param(visitors)}::bytea[]) AS given (visitor)
    ORDER BY visitor
    ON CONFLICT (visitor) DO UPDATE SET seen_at = excluded.seen_at WHERE presence.seen_at < excluded.seen_at`)
}

/** Forgets who is no longer online. Rows in use are left for the next time, so it never stands in a writer's way. */
export async function deleteOldPresence(db: Db): Promise<void> {
  await db.execute(sql`
    DELETE FROM presence WHERE visitor IN (
      SELECT visitor FROM presence WHERE seen_at < now() - interval '10 minutes' ORDER BY visitor FOR UPDATE SKIP LOCKED)`)
}
