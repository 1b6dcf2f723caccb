import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { portalCursors } from '../../db/schema/clients.ts'

/** Where a portal has said that it stands: `cursor` as the feed gives it, the moment in the site's zone. */
export interface CursorRow {
  cursor: string
  acknowledgedAt: string
}

const acknowledgedAt = sql<string>`published.site_time(${portalCursors.acknowledgedAt}, (SELECT time_zone FROM sites ORDER BY id LIMIT 1))`

/** Undefined before the first time. */
export async function findCursor(db: Db, clientId: string): Promise<CursorRow | undefined> {
  const [row] = await db
    .select({ cursor: sql<string>`${portalCursors.epoch} || ':' || ${portalCursors.seq}`, acknowledgedAt })
    .from(portalCursors)
    .where(eq(portalCursors.clientId, clientId))
  return row
}

/** Keeps the cursor as the portal's; false for one that the feed has never given. */
export async function saveCursor(db: Db, clientId: string, { epoch, seq }: { epoch: number; seq: string }): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    INSERT INTO portal_cursors (client_id, epoch, seq)
    SELECT ${clientId}, ${epoch}, ${seq}::bigint FROM public_generation g
    WHERE EXISTS (SELECT FROM epochs e WHERE e.epoch = ${epoch})
      AND (g.epoch > ${epoch} OR ${seq}::bigint <= (SELECT coalesce(max(seq), 0) FROM changes))
    ON CONFLICT (client_id) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq, acknowledged_at = now()`)
  return rowCount === 1
}
