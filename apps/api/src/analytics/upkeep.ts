import type { Db } from '../db/client.ts'
import { loggableError } from '../lib/loggable-error.ts'
import { makePartitions } from './partitions.repository.ts'
import { deleteOldPresence } from './presence/presence.repository.ts'
import { deleteOldSalts } from './visitors/salts.repository.ts'

export interface Upkeep {
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>
}

const everyTenMinutes = 600_000

/**
 * Makes the partitions of the days ahead and forgets old salts and readers: once before it resolves, then every ten minutes. A round
 * that fails is one line in the log and tried again with the next; hits without a partition are not lost meanwhile.
 */
export async function startUpkeep(db: Db, log: (line: string) => void): Promise<Upkeep> {
  const round = () => keepUp(db).catch((error: unknown) => log(`The upkeep of the counters failed: ${reasonOf(error)}`))
  let running = round()
  await running
  const timer = setInterval(() => {
    running = running.then(round)
  }, everyTenMinutes)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

async function keepUp(db: Db): Promise<void> {
  await deleteOldSalts(db)
  await deleteOldPresence(db)
  await makePartitions(db)
}

function reasonOf(error: unknown): string {
  const { message, cause } = loggableError(error)
  return cause?.message ?? message
}
