import type { Db } from '../db/client.ts'
import { type Repetition, repeat } from '../lib/repeat.ts'
import { deleteOldHits } from './old-hits.repository.ts'
import { makePartitions } from './partitions.repository.ts'
import { deleteOldPresence } from './presence/presence.repository.ts'
import { deleteOldSalts } from './visitors/salts.repository.ts'

const everyTenMinutes = 600_000

/**
 * Makes the partitions of the days ahead and forgets old salts, readers and hits: once before it resolves, then every ten minutes. Hits
 * without a partition are not lost meanwhile.
 */
export async function startUpkeep(db: Db, hitsKeptDays: number, log: (line: string) => void): Promise<Repetition> {
  const { first, stop } = repeat({ name: 'The upkeep of the counters', every: everyTenMinutes, run: () => keepUp(db, hitsKeptDays), log })
  await first
  return { stop }
}

async function keepUp(db: Db, hitsKeptDays: number): Promise<void> {
  await deleteOldSalts(db)
  await deleteOldPresence(db)
  await makePartitions(db)
  await deleteOldHits(db, hitsKeptDays)
}
