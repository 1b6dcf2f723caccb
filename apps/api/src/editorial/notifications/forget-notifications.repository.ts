import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { deleteInBatches } from '../../db/delete-in-batches.ts'

/** Deletes what was read 90 days ago, and all that is older than a year. Returns how many are gone. */
export async function forgetNotifications(db: Db): Promise<number> {
  return await deleteInBatches(
    db,
    (limit) => sql`
      DELETE FROM notifications WHERE id IN (
        SELECT id FROM notifications WHERE read_at < now() - interval '90 days' OR at < now() - interval '1 year'
        LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
  )
}
