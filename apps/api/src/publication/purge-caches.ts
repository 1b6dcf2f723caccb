import { sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { addJobLater, type Jobs } from '../db/jobs.ts'
import { cachePurges } from '../db/schema/cache-purges.ts'
import { newestLists, newestPages } from '../lib/purged-addresses.ts'
import { changedPaths } from './changed-paths.ts'
import { type Caches, secondsUntilAgain, tellCaches } from './tell-caches.ts'

/**
 * Tells caches in front of the site what has changed since they were told last, in order of the feed, and remembers how far. One process
 * at a time does it; what could not be told is tried again, from where it was left. Throws what the cache answered.
 */
export async function purgeCaches(db: Db, caches: Caches): Promise<void> {
  const after = await takeOver(db)
  if (after === undefined) return
  const { upTo, answers, pages } = await changedPaths(db, { after })
  const paths = [...answers, ...pages]
  try {
    await tellCaches(caches, paths.length > 0 ? [...newestPages, ...newestLists, ...paths] : [])
    await db.transaction(async (tx) => {
      if (paths.length > 0) await tellLater(tx, { after, upTo, told: 0 })
      await tx.update(cachePurges).set({ seq: upTo, leasedUntil: sql`'-infinity'` })
    })
  } catch (error) {
    // Not at once again: a cache that is down is not helped by being asked.
    await db.update(cachePurges).set({ leasedUntil: sql`now() + interval '5 seconds'` })
    throw error
  }
}

/** Tells of these entries of the feed once more, but of what caches keep for seconds: that has ended meanwhile. */
export async function purgeChanges(db: Db, caches: Caches, { after, upTo, told }: Jobs['purgeChanges']): Promise<void> {
  const { answers } = await changedPaths(db, { after, upTo })
  if (answers.length === 0) return
  await tellCaches(caches, [...newestLists, ...answers])
  await tellLater(db, { after, upTo, told: told + 1 })
}

/** How many entries of the feed caches have yet to be told of. */
export async function countUnpurged(db: Db): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM changes WHERE seq > (SELECT seq FROM cache_purges)`,
  )
  return rows[0]?.count ?? 0
}

/** Where to begin; undefined when there is nothing to tell, or somebody else does it. The first time, nothing is behind. */
async function takeOver(db: Db): Promise<number | undefined> {
  await db.execute(sql`INSERT INTO cache_purges (seq) SELECT coalesce(max(seq), 0) FROM changes ON CONFLICT DO NOTHING`)
  const { rows } = await db.execute<{ seq: number }>(sql`
    UPDATE cache_purges SET leased_until = now() + interval '2 minutes'
    WHERE leased_until < now() AND seq < (SELECT max(seq) FROM changes) RETURNING seq`)
  return rows[0]?.seq
}

async function tellLater(tx: Db, payload: Jobs['purgeChanges']): Promise<void> {
  const seconds = secondsUntilAgain(payload.told)
  if (seconds !== undefined) await addJobLater(tx, 'purgeChanges', payload, seconds)
}
