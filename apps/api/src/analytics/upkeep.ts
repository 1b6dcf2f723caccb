import type { Db } from '../db/client.ts'
import { type Repetition, repeat } from '../lib/repeat.ts'
import { makePartitions } from './partitions.repository.ts'
import { deleteOldPresence } from './presence/presence.repository.ts'
import { deleteOldSalts } from './visitors/salts.repository.ts'

const everyTenMinutes = 600_000

/**
 * Makes the partitions of the days ahead and forgets old salts and readers: once before it resolves, then every ten minutes. Hits
 * without a partition are not lost meanwhile.
 */
export async function startUpkeep(db: Db, log: (line: string) => void): Promise<Repetition> {
  const { first, stop } = repeat({ name: 'The upkeep of the counters', every: everyTenMinutes, run: () => keepUp(db), log })
  await first
  return { stop }
}

async function keepUp(db: Db): Promise<void> {
  await deleteOldSalts(db)
  await deleteOldPresence(db)
  await makePartitions(db)
}
