import { createSecretKey } from 'node:crypto'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { type Clock, readClocks } from '../clocks.repository.ts'
import { keepDaysOpen } from '../roll-ups/progress.repository.ts'
import type { Salts } from '../visitors/salts.ts'
import { type Sender, visitorHash } from '../visitors/visitor.ts'
import { addDrops, type DropCause, insertHits, type NewHit } from './hits.repository.ts'

/** What waits to be committed. A null sender asked not to be tracked. */
export type Arrival = { siteId: string } & (
  | { kind: 'hit'; hit: Omit<NewHit, 'visitor' | 'country'>; sender: Sender | null; country?: string | null }
  | { kind: 'heartbeat'; sender: Sender }
  | { kind: 'drop'; cause: DropCause }
)

/**
 * Commits all arrivals in one transaction, rows sorted by key, so that two nodes never wait for each other. The moment, the local
 * day and the day's salt are the database's, or those of `at`. Throws `unavailable` where so much time has passed since that its day
 * may be closed.
 */
export async function writeArrivals(db: Db, salts: Salts, arrivals: Arrival[], at: Date | null = null): Promise<void> {
  const clocks = await readClocks(db, at)
  const known = new Set(clocks.map(({ siteId }) => siteId))
  if (arrivals.some(({ siteId }) => !known.has(siteId))) throw new Error('a hit names a site that is gone')
  // Before the transaction: a salt that is rolled back with it would live on in memory.
  const saltOf = await salts.of(
    db,
    clocks.map(({ localDay }) => localDay),
  )
  await db.transaction(async (tx) => {
    const [first] = clocks
    if (!at && first && !(await keepDaysOpen(tx, first.at))) throw new ProblemError('unavailable')
    for (const clock of clocks) {
      const own = arrivals.filter(({ siteId }) => siteId === clock.siteId)
      const salt = createSecretKey(saltOf.get(clock.localDay) as Buffer)
      const hash = (sender: Sender) => visitorHash(salt, clock.siteId, sender)
      if (own.length > 0) await writeSite(tx, clock, own, hash)
    }
  })
}

async function writeSite(tx: Db, clock: Clock, arrivals: Arrival[], hash: (sender: Sender) => Buffer): Promise<void> {
  const hits = new Map<string, NewHit>()
  const present: Buffer[] = []
  const drops = new Map<DropCause, number>()
  for (const arrival of arrivals) {
    if (arrival.kind === 'drop') add(drops, arrival.cause, 1)
    if (arrival.kind === 'heartbeat') present.push(hash(arrival.sender))
    // A repeated id would use up its visitor's visits.
    if (arrival.kind === 'hit' && !hits.has(arrival.hit.id)) {
      const { hit, sender, country = null } = arrival
      hits.set(hit.id, { ...hit, visitor: sender && hash(sender), country })
    }
  }
  const refused = await insertHits(tx, clock, [...hits.values()], present)
  if (refused > 0) add(drops, 'not_public', refused)
  await addDrops(tx, clock, drops)
}

function add(drops: Map<DropCause, number>, cause: DropCause, count: number): void {
  drops.set(cause, (drops.get(cause) ?? 0) + count)
}
