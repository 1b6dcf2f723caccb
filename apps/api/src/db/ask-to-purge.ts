import { sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { addJob, type Jobs } from './jobs.ts'

type Entity = Jobs['purgeShown']['entity']

interface Deed {
  action: string
  entity: string
  entityId: string
}

/**
 * Asks for caches in front of the site to be told, once the transaction has committed, of what was called otherwise by these deeds, and of
 * what was said of files. Of articles they are told by the change feed. Where there never was such a cache nothing is asked for: the row of
 * `cache_purges` is made by the first who has one to tell.
 */
export async function askToPurge(tx: Db, deeds: Deed[]): Promise<void> {
  const things = deeds.filter(isShown)
  if (things.length === 0) return
  const { rows } = await tx.execute(sql`SELECT 1 FROM cache_purges`)
  if (rows.length === 0) return
  for (const { entity, entityId } of things) await addJob(tx, 'purgeShown', { entity, id: entityId, told: 0 })
}

/** Which deeds at a thing leave readers' answers as they are. Of the site all but one do: it is more than its name. */
const unseen: Record<Entity, (action: string) => boolean> = {
  site: (action) => action !== 'site.change',
  media: (action) => action === 'media.upload' || action === 'media.delete',
  unit: (action) => action === 'unit.create',
  person: (action) => action === 'person.create',
  author: (action) => action === 'author.create',
  category: (action) => action === 'category.create',
  tag: (action) => action === 'tag.create',
}

function isShown<D extends Deed>(deed: D): deed is D & { entity: Entity } {
  return Object.hasOwn(unseen, deed.entity) && !unseen[deed.entity as Entity](deed.action)
}
