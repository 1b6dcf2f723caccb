import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { deleteInBatches } from '../db/delete-in-batches.ts'

/**
 * Deletes what the content was at versions that a newer one replaced more than 14 days ago: a change of a text that was read so long
 * ago is no longer merged. The newest of each article stays. Older versions go first, whenever it is cut off and whoever else does it:
 * what is not known must not be taken for what was before it. Returns how many are gone.
 */
export async function forgetSaves(db: Db): Promise<number> {
  return await deleteInBatches(
    db,
    (limit) => sql`
      DELETE FROM article_saves WHERE (article_id, version) IN (
        SELECT s.article_id, s.version FROM article_saves s
        WHERE s.saved_at < now() - interval '14 days'
          AND EXISTS (SELECT FROM article_saves n
            WHERE n.article_id = s.article_id AND n.version > s.version AND n.saved_at < now() - interval '14 days')
        ORDER BY s.article_id, s.version LIMIT ${limit} FOR UPDATE)`,
  )
}
