import { sql } from 'drizzle-orm'
import { bigint, boolean, check, date, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, moment } from './columns.ts'
import { sites } from './sites.ts'

/**
 * Every page view that counts. Partitioned by `local_day` (in the migration; partitions are made by analytics/partitions.repository.ts).
 * Day and hour are the site's, fixed when the row is written; every panel counts by them.
 */
export const hits = pgTable(
  'hits',
  {
    localDay: date('local_day').notNull(),
    /** Given by the reader's browser; the same id on the same day is the same view. */
    id: uuid('id').notNull(),
    at: moment('at').notNull(),
    localHour: smallint('local_hour').notNull(),
    siteId: uuid('site_id').notNull(),
    articleId: uuid('article_id'),
    path: text('path'),
    visit: boolean('visit').notNull(),
    /** Null for readers who asked not to be tracked. */
    visitor: bytea('visitor'),
    referrerHost: text('referrer_host'),
    /** Two letters (ISO 3166-1), where a file of countries is configured. */
    country: text('country'),
  },
  (table) => [
    primaryKey({ name: 'hits_pkey', columns: [table.localDay, table.id] }),
    check('hits_local_hour', sql`${table.localHour} BETWEEN 0 AND 23`),
    check('hits_of_something', sql`${table.articleId} IS NOT NULL OR ${table.path} IS NOT NULL`),
    check('hits_country', sql`${table.country} ~ '^[A-Z]{2}$'`),
    check('hits_visitor', sql`octet_length(${table.visitor}) = 16`),
    index('hits_at').using('brin', table.at),
    index('hits_visits').on(table.siteId, table.localDay).where(sql`${table.visit}`),
    index('hits_visits_of_visitor').on(table.localDay, table.visitor, table.at).where(sql`${table.visit} AND ${table.visitor} IS NOT NULL`),
  ],
)

/** When each visitor of today was last seen. */
export const presence = pgTable('presence', {
  visitor: bytea('visitor').primaryKey(),
  siteId: uuid('site_id').notNull(),
  seenAt: moment('seen_at').notNull(),
})

/** The key of a day's visitor hashes, sealed. Gone an hour after the day ends, and with it every way back to an address. */
export const visitorSalts = pgTable('visitor_salts', {
  localDay: date('local_day').primaryKey(),
  salt: bytea('salt').notNull(),
})

/** How many hits of a day did not count, and why. */
export const hitDrops = pgTable(
  'hit_drops',
  {
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    localDay: date('local_day').notNull(),
    /** `not_public`: no public article has the id. */
    cause: text('cause', { enum: ['bot', 'prefetch', 'not_public'] }).notNull(),
    count: bigint('count', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ name: 'hit_drops_pkey', columns: [table.siteId, table.localDay, table.cause] }),
    check('hit_drops_cause', sql`${table.cause} IN ('bot', 'prefetch', 'not_public')`),
  ],
)
