import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { deleteInBatches } from '../../db/delete-in-batches.ts'

/** Deletes counts of days two years ago, and which entries portals lacked a year ago: nobody is told of those again, they are too old. */
export async function forgetUses(db: Db): Promise<number> {
  const days = await deleteInBatches(
    db,
    (limit) => sql`
      DELETE FROM api_key_days WHERE (key_id, day) IN (
        SELECT key_id, day FROM api_key_days WHERE day < published.today() - interval '2 years' LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
  )
  const late = await deleteInBatches(
    db,
    (limit) => sql`
      DELETE FROM late_acknowledgements WHERE (client_id, seq) IN (
        SELECT client_id, seq FROM late_acknowledgements WHERE told_at < now() - interval '1 year' LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
  )
  return days + late
}
