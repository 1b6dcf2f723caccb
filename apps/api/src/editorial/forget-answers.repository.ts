import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { deleteInBatches } from '../db/delete-in-batches.ts'

/** Deletes the answers that were kept for retries, after their day. Returns how many are gone. */
export async function forgetAnswers(db: Db): Promise<number> {
  return await deleteInBatches(
    db,
    (limit) => sql`
      DELETE FROM idempotency_keys WHERE (actor_id, key) IN (
        SELECT actor_id, key FROM idempotency_keys WHERE created_at < now() - interval '24 hours' LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
  )
}
