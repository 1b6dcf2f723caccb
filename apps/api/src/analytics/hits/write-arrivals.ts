import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { SiteDay, SiteDays } from '../visitors/site-days.ts'
import { type Sender, visitorHash } from '../visitors/visitor.ts'
import { type BatchPart, type DropCause, discardOldPlans, insertPart, type NewHit } from './hits.repository.ts'

/** What waits to be committed. A null sender asked not to be tracked. */
export type Arrival = { siteId: string } & (
  | { kind: 'hit'; hit: Omit<NewHit, 'visitor' | 'country'>; sender: Sender | null; country?: string | null }
  | { kind: 'heartbeat'; sender: Sender }
  | { kind: 'drop'; cause: DropCause }
)

/**
 * Commits all arrivals or none, by the clock of the database, or that of `at`. What is remembered of days is a guess, which the statement
 * that writes puts to the test: at midnight they are read anew. Throws `unavailable` where the clock is another each time.
 */
export async function writeArrivals(db: Db, siteDays: SiteDays, arrivals: Arrival[], at: Date | null = null): Promise<void> {
  const bySite = Map.groupBy(arrivals, ({ siteId }) => siteId)
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (await writeBy(await siteDays.of(db, at), db, bySite, at)) return
    siteDays.forget()
  }
  throw new ProblemError('unavailable')
}

type Days = Awaited<ReturnType<SiteDays['of']>>

/** False where nothing was written, since the day of a site is over or the site is not known. */
async function writeBy(days: Days, db: Db, bySite: Map<string, Arrival[]>, at: Date | null): Promise<boolean> {
  const parts = [...bySite].map(([siteId, arrivals]) => ({ day: days.get(siteId), arrivals }))
  const write = async (tx: Db) => {
    for (const { day, arrivals } of parts) if (!day || !(await insertPart(tx, day, partOf(day, arrivals), at))) throw new DayIsOver()
  }
  await discardOldPlans(db)
  try {
    // A statement alone is a transaction of its own, in one way to the database instead of three.
    await (parts.length === 1 ? write(db) : db.transaction(write))
    return true
  } catch (error) {
    if (error instanceof DayIsOver) return false
    throw error
  }
}

class DayIsOver extends Error {}

function partOf({ siteId, salt }: SiteDay, arrivals: Arrival[]): BatchPart {
  const hash = (sender: Sender) => visitorHash(salt, siteId, sender)
  const hits = new Map<string, NewHit>()
  const part: BatchPart = { hits: [], present: [], drops: new Map() }
  for (const arrival of arrivals) {
    if (arrival.kind === 'drop') part.drops.set(arrival.cause, (part.drops.get(arrival.cause) ?? 0) + 1)
    if (arrival.kind === 'heartbeat') part.present.push(hash(arrival.sender))
    // A repeated id would use up its visitor's visits.
    if (arrival.kind === 'hit' && !hits.has(arrival.hit.id)) {
      const { hit, sender, country = null } = arrival
      hits.set(hit.id, { ...hit, visitor: sender && hash(sender), country })
    }
  }
  return { ...part, hits: [...hits.values()] }
}
