import type { SQL } from 'drizzle-orm'
import type { Db } from './client.ts'

const most = 1000

/**
 * Runs the DELETE, which must take at most `limit` rows, until it finds fewer. Each run is committed on its own, so that none takes
 * long or holds many locks. Returns how many rows are gone.
 */
export async function deleteInBatches(db: Db, deletion: (limit: number) => SQL): Promise<number> {
  let deleted = 0
  for (;;) {
    const { rowCount } = await db.execute(deletion(most))
    deleted += rowCount ?? 0
    if ((rowCount ?? 0) < most) return deleted
  }
}
