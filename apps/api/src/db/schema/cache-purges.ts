import { sql } from 'drizzle-orm'
import { bigint, check, pgTable, smallint } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** One row: up to which entry of the change feed caches in front of the site were told to forget. */
export const cachePurges = pgTable(
  'cache_purges',
  {
    id: smallint('id').primaryKey().default(1),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** Until when a process has taken on telling them. */
    leasedUntil: moment('leased_until').notNull().default(sql`'-infinity'`),
  },
  (table) => [check('cache_purges_one_row', sql`${table.id} = 1`)],
)
