import type { Db } from '../db/client.ts'
import { createTally, type OfADay } from '../lib/tally.ts'
import { addCounts, deleteOldMissingPaths } from './address-counts.repository.ts'

/** An address of a site on a local day. */
export interface CountedAddress extends OfADay {
  address: string
}

/** What readers asked for where there is no page: counted in memory by each process, and added up in the database. */
export interface AddressCounts {
  countHit(one: CountedAddress): void
  countMissing(one: CountedAddress): void
  /** Writes what was counted. Rejects when that cannot be written; it is kept for the next time. */
  flush(): Promise<void>
  /** The work of a minute: writes, and once an hour forgets what is old. */
  keepUp(): Promise<void>
}

/** Longer addresses are seldom anybody's links, and nobody reads them. */
const longestPath = 300

const minutesInAnHour = 60

/** The counting of one process. */
export function createAddressCounts(db: Db): AddressCounts {
  const hits = createTally<CountedAddress>(({ address }) => address)
  const missing = createTally<CountedAddress>(({ address }) => address)
  let minutes = 0

  async function flush(): Promise<void> {
    const taken = { hits: hits.take(), missing: missing.take() }
    if (taken.hits.length + taken.missing.length === 0) return
    try {
      await addCounts(db, taken.hits, taken.missing)
    } catch (error) {
      hits.putBack(taken.hits)
      missing.putBack(taken.missing)
      throw error
    }
  }

  return {
    countHit: hits.add,
    countMissing: (one) => {
      if (one.address.length <= longestPath) missing.add(one)
    },
    flush,
    async keepUp() {
      await flush()
      if (minutes % minutesInAnHour === 0) await deleteOldMissingPaths(db)
      minutes += 1
    },
  }
}
