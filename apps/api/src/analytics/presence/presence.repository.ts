import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

/** SQL that notes the visitors of a query, each with the moment, as reading: for the statement that brings them, sorted as every node does it. */
export function markPresent(siteId: SQL, visitors: SQL): SQL {
  return sql`
    INSERT INTO presence (visitor, site_id, seen_at)
    SELECT DISTINCT visitor, ${siteId}, at FROM (${visitors}) AS here (visitor, at)
    ORDER BY visitor
    ON CONFLICT (visitor) DO UPDATE SET seen_at = excluded.seen_at WHERE presence.seen_at < excluded.seen_at`
}

/** Forgets who is no longer online. Rows in use are left for the next time, so it never stands in a writer's way. */
export async function deleteOldPresence(db: Db): Promise<void> {
  await db.execute(sql`
    DELETE FROM presence WHERE visitor IN (
      SELECT visitor FROM presence WHERE seen_at < now() - interval '10 minutes' ORDER BY visitor FOR UPDATE SKIP LOCKED)`)
}
