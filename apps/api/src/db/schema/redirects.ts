import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { articles } from './articles.ts'
import { id, moment, version } from './columns.ts'
import { sites } from './sites.ts'
import { users } from './users.ts'

/** Addresses of an older system, query included, and where they lead. */
export const redirects = pgTable(
  'redirects',
  {
    id: id(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    fromPathQuery: text('from_path_query').notNull(),
    articleId: uuid('article_id').references(() => articles.id, { onDelete: 'cascade' }),
    url: text('url'),
    hits: integer('hits').notNull().default(0),
    lastHitOn: date('last_hit_on'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    version: version(),
  },
  (table) => [
    unique('redirects_from').on(table.siteId, table.fromPathQuery),
    index('redirects_article').on(table.articleId),
    check('redirects_one_target', sql`(${table.articleId} IS NULL) <> (${table.url} IS NULL)`),
  ],
)

/** Addresses that were asked for and lead nowhere, by local day. */
export const missingPaths = pgTable(
  'missing_paths',
  {
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    day: date('day').notNull(),
    path: text('path').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ name: 'missing_paths_pkey', columns: [table.siteId, table.day, table.path] }),
    check('missing_paths_count', sql`${table.count} > 0`),
  ],
)
