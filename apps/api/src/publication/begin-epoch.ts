import { sql } from 'drizzle-orm'
import { recordAudit } from '../db/audit.ts'
import type { Db } from '../db/client.ts'
import { findSite } from '../db/find-site.ts'
import type { ActingPerson } from '../lib/acting-person.ts'
import { lockFeed } from './changes.ts'

export interface Epoch {
  epoch: number
  /** The last entry of the feed that the copy has; 0 of an empty one. */
  restoredTo: number
}

/**
 * Begins the next epoch of the change feed, in a database that was put back to an older copy: numbers of entries, and generations, are
 * about to be given again. Whatever was kept under one of the lost generations is nobody's answer any more, and portals that are told are
 * told to look.
 */
export async function beginEpoch(db: Db, actor: ActingPerson): Promise<Epoch> {
  return await db.transaction(async (tx) => {
    const { id: entityId } = await findSite(tx)
    await lockFeed(tx)
    const { rows } = await tx.execute<{ epoch: number; restored_to: number }>(addEpoch)
    const [row] = rows
    if (!row) throw new Error('the database has no generation')
    const begun = { epoch: row.epoch, restoredTo: row.restored_to }
    await recordAudit(tx, actor, { action: 'site.restored', entity: 'site', entityId, detail: { ...begun } })
    await tx.execute(growFar(begun.epoch))
    await tx.execute(tellEndpoints)
    return begun
  })
}

// The copy cannot know whether it was put back before. Minutes tell one time from the other.
const addEpoch = sql`
  INSERT INTO epochs (epoch, restored_to)
  SELECT greatest(epoch + 1, floor(extract(epoch FROM now() - timestamptz '2026-01-01 00:00:00Z') / 60)::int),
    (SELECT coalesce(max(seq), 0) FROM changes)
  FROM public_generation RETURNING epoch, restored_to`

/** Farther than any generation that was lost; told as the trigger tells of something that was taken away. */
function growFar(epoch: number) {
  return sql`
    WITH grown AS (UPDATE public_generation SET epoch = ${epoch}, generation = generation + 1000000000 RETURNING generation)
    SELECT pg_notify('public_generation', generation::text || ' taken') FROM grown`
}

// Messages that wait in the copy are of entries that it has, and keep their ids. Of what was lost there is none: whoever reads the feed because he
// is told something learns of the epoch there.
const tellEndpoints = sql`INSERT INTO webhook_deliveries (id, endpoint_id)
  SELECT gen_random_uuid(), id FROM webhook_endpoints WHERE disabled_at IS NULL`
