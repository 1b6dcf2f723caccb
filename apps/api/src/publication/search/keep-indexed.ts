import { cleanPendingLists } from '../../db/clean-pending-lists.ts'
import type { Db } from '../../db/client.ts'
import { type Repetition, repeat } from '../../lib/repeat.ts'
import { indexMissing } from './index-missing.ts'

const everyMinute = 60_000
const anHour = 3_600_000

/**
 * Looks for what cannot be found yet, in every process: at everything at once and then every hour, and every minute at what was written
 * lately. Before that, what others wrote is put in place. A database from before is indexed by this.
 */
export function keepIndexed(db: Db, log: (line: string) => void): Repetition {
  const stopping = new AbortController()
  // When everything was looked at to the end.
  let wholeAt = Number.NEGATIVE_INFINITY
  const run = async () => {
    const now = performance.now()
    const isWhole = now - wholeAt >= anHour
    await cleanPendingLists(db)
    const isDone = await indexMissing(db, stopping.signal, isWhole ? 'all' : 'recent')
    if (isWhole && isDone) wholeAt = now
  }
  const { stop } = repeat({ name: 'Indexing what is searched', every: everyMinute, run, log })
  return {
    async stop() {
      stopping.abort()
      await stop()
    },
  }
}
