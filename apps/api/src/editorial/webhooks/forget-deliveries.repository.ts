import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { deleteInBatches } from '../../db/delete-in-batches.ts'

/** Deletes messages that were delivered 30 days ago, and those that were given up 90 days ago. Returns how many are gone. */
export async function forgetDeliveries(db: Db): Promise<number> {
  return await deleteInBatches(
    db,
    // Nothing ends before it was written: by that the index finds the old ones of each endpoint.
    (limit) => sql`
      DELETE FROM webhook_deliveries WHERE id IN (
        SELECT d.id FROM webhook_endpoints e CROSS JOIN (VALUES ('delivered', interval '30 days'), ('failed', interval '90 days')) AS k (status, kept)
          CROSS JOIN LATERAL (
            SELECT id FROM webhook_deliveries
            WHERE endpoint_id = e.id AND status = k.status AND created_at < now() - k.kept AND finished_at < now() - k.kept
            LIMIT ${limit} FOR UPDATE SKIP LOCKED) d
        LIMIT ${limit})`,
  )
}
