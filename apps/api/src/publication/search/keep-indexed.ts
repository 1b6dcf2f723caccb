import type { Db } from '../../db/client.ts'
import { type Repetition, repeat } from '../../lib/repeat.ts'
import { indexMissing } from './index-missing.ts'

const everyMinute = 60_000

/** Looks at once and then every minute for what cannot be found yet, in every process. A database from before is indexed by this. */
export function keepIndexed(db: Db, log: (line: string) => void): Repetition {
  const stopping = new AbortController()
  const run = () => indexMissing(db, stopping.signal)
  const { stop } = repeat({ name: 'Indexing what is searched', every: everyMinute, run, log })
  return {
    async stop() {
      stopping.abort()
      await stop()
    },
  }
}
