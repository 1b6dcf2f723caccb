import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { media } from '../../db/schema/media.ts'

/** Which files of the store a row of the library names, beside the original. */
export interface KeptFiles {
  rev: number
  names: string[]
  isWaiting: boolean
}

/** Undefined without a row. */
export async function findKeptFiles(db: Db, id: string): Promise<KeptFiles | undefined> {
  const { rev, variants, rendering } = media
  const [row] = await db.select({ rev, variants, rendering }).from(media).where(eq(media.id, id))
  return row && { rev: row.rev, names: row.variants.map(({ name }) => name), isWaiting: row.rendering === 'waiting' }
}

/**
 * Marks pictures as failed that wait for a job which is not there: it was killed in its last try. Returns how
 * many.
 */
export async function failForgotten(db: Db): Promise<number> {
  const { rowCount } = await db.execute(sql`
    UPDATE media SET rendering = 'failed' WHERE rendering = 'waiting' AND NOT EXISTS (
      SELECT FROM graphile_worker.jobs j WHERE j.task_identifier = 'makeRenderings' AND j.key = 'media:' || media.id
        AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`)
  return rowCount ?? 0
}
