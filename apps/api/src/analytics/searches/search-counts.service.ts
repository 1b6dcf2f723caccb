import { parseQuery } from '@bantin/shared/search/query'
import type { Db } from '../../db/client.ts'
import { createTally, type OfADay } from '../../lib/tally.ts'
import { addSearches, type CountedSearch, deleteOldSearches } from './search-counts.repository.ts'

/** A search by a reader. */
export interface ReadersSearch extends OfADay {
  q: string
  /** How many articles were found. */
  results: number
}

/** What readers searched for, and nothing of who they are: counted in memory by each process, and added up in the database. */
export interface SearchCounts {
  /** How such a search is counted: by what this answers, once for each time that it is called. */
  countingOf(search: ReadersSearch): () => void
  /** Writes what was counted. Rejects when that cannot be written; it is kept for the next time. */
  flush(): Promise<void>
  /** The work of a minute: writes, and once an hour forgets what is old. */
  keepUp(): Promise<void>
}

const minutesInAnHour = 60

/** The counting of one process. */
export function createSearchCounts(db: Db): SearchCounts {
  const searches = createTally<Omit<CountedSearch, 'count'>>(({ words }) => words)
  let minutes = 0

  async function flush(): Promise<void> {
    const taken = searches.take()
    if (taken.length === 0) return
    try {
      await addSearches(db, taken)
    } catch (error) {
      searches.putBack(taken)
      throw error
    }
  }

  return {
    countingOf({ q, ...search }) {
      const words = countedWords(q)
      if (words === '' || maySayWhoItIs(q)) return () => undefined
      const counted = { ...search, words }
      return () => searches.add(counted)
    },
    flush,
    async keepUp() {
      await flush()
      if (minutes % minutesInAnHour === 0) await deleteOldSearches(db)
      minutes += 1
    },
  }
}

/** As it is asked for, however it was written: folded, without quotes; what was not wanted has its minus. */
function countedWords(q: string): string {
  const { wanted, unwanted } = parseQuery(q)
  const said = wanted.flatMap(({ terms }) => terms.map(({ folded }) => folded))
  return [...said, ...unwanted.map(({ terms }) => `-${terms.map(({ folded }) => folded).join(' ')}`)].join(' ')
}

/** Addresses of mails, and numbers as long as those of telephones, identity cards and accounts: such a search is not kept at all. */
function maySayWhoItIs(q: string): boolean {
  return /[@＠﹫]/u.test(q) || (q.match(/\p{Nd}/gu)?.length ?? 0) >= digitsOfNumbersOfPeople
}

const digitsOfNumbersOfPeople = 9
