import type { Db } from '../db/client.ts'
import { countOverdue } from './due.ts'
import { countUnpurged } from './purge-caches.ts'

/** What an operator wants to be woken for. */
export function overdueReadings(db: Db) {
  return [
    {
      name: 'bantin_articles_overdue',
      help: 'Articles that should have been published or withdrawn more than ten seconds ago',
      read: async () => (await countOverdue(db)).overdue,
    },
    {
      name: 'bantin_articles_failing',
      help: 'Of these, articles whose publication or withdrawal has failed',
      read: async () => (await countOverdue(db)).failing,
    },
    {
      name: 'bantin_cache_purges_waiting',
      help: 'Entries of the change feed of which caches in front of the site have yet to be told; 0 without such a cache',
      read: () => countUnpurged(db),
    },
  ]
}
