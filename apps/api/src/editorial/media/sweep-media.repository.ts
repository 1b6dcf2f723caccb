import { inArray, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { media } from '../../db/schema/media.ts'

/** Which files of the store a row of the library names, beside the original. */
export interface KeptFiles {
  rev: number
  names: string[]
  isWaiting: boolean
}

/** By id; without those that have no row. */
export async function findKeptFiles(db: Db, ids: string[]): Promise<Map<string, KeptFiles>> {
  const { id, rev, variants, rendering } = media
  const rows = await db.select({ id, rev, variants, rendering }).from(media).where(inArray(id, ids))
  return new Map(
    rows.map((row) => [row.id, { rev: row.rev, names: row.variants.map(({ name }) => name), isWaiting: row.rendering === 'waiting' }]),
  )
}

/** Marks pictures as failed that wait for a job which is not there: it was killed in its last try. Returns how many. */
export async function failForgotten(db: Db): Promise<number> {
  const { rowCount } = await db.execute(sql`
    UPDATE media SET rendering = 'failed' WHERE rendering = 'waiting' AND NOT EXISTS (
      SELECT FROM graphile_worker.jobs j WHERE j.task_identifier = 'makeRenderings' AND j.key = 'media:' || media.id
        AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`)
  return rowCount ?? 0
}
