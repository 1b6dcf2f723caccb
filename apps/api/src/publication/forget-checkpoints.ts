import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { deleteInBatches } from '../db/delete-in-batches.ts'

/**
 * Deletes checkpoints: unsealed revisions behind the newest one, 14 days after that took their place. What an edition, an opinion or a
 * comment is about stays. Returns how many are gone.
 */
export async function forgetCheckpoints(db: Db): Promise<number> {
  return await deleteInBatches(
    db,
    (limit) => sql`
      DELETE FROM article_revisions WHERE id IN (
        SELECT r.id FROM article_revisions r
        WHERE NOT r.sealed AND r.saved_at < now() - interval '14 days'
          AND EXISTS (SELECT FROM article_revisions n
            WHERE n.article_id = r.article_id AND n.number > r.number AND n.begun_at < now() - interval '14 days')
          AND NOT EXISTS (SELECT FROM articles a WHERE a.id = r.article_id
            AND r.id IN (a.head_revision_id, a.published_revision_id, a.approved_revision_id, a.scheduled_revision_id))
          AND NOT EXISTS (SELECT FROM editions e WHERE e.article_id = r.article_id AND e.revision_id = r.id)
          AND NOT EXISTS (SELECT FROM opinions o WHERE o.article_id = r.article_id AND o.revision_id = r.id)
          AND NOT EXISTS (SELECT FROM comments c WHERE c.article_id = r.article_id AND c.revision_number = r.number)
        LIMIT ${limit} FOR UPDATE SKIP LOCKED)`,
  )
}
