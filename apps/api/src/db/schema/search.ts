import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { articles } from './articles.ts'
import { id, tsvector, version } from './columns.ts'
import { sites } from './sites.ts'

/** Names as they are searched for: of units those that they had too. */
export const names = pgTable(
  'names',
  {
    kind: text('kind', { enum: ['unit', 'author', 'category', 'tag', 'person'] }).notNull(),
    entityId: uuid('entity_id').notNull(),
    name: text('name').notNull(),
    folded: text('folded').notNull(),
  },
  (table) => [
    primaryKey({ name: 'names_pkey', columns: [table.kind, table.entityId, table.name] }),
    index('names_folded').on(table.folded),
    index('names_alike').using('gin', table.folded.op('gin_trgm_ops')),
    check('names_kind', sql`${table.kind} IN ('unit', 'author', 'category', 'tag', 'person')`),
  ],
)

/** Short forms and what they stand for. */
export const abbreviations = pgTable(
  'abbreviations',
  { id: id(), short: text('short').notNull(), long: text('long').notNull(), version: version() },
  (table) => [unique('abbreviations_once').on(table.short, table.long)],
)

/** What was searched for on a local day, how often, and how many were found the last time. */
export const searchDays = pgTable(
  'search_days',
  {
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    day: date('day').notNull(),
    words: text('words').notNull(),
    searches: integer('searches').notNull(),
    results: integer('results').notNull(),
  },
  (table) => [
    primaryKey({ name: 'search_days_pkey', columns: [table.siteId, table.day, table.words] }),
    index('search_days_nothing_found').on(table.siteId, table.day).where(sql`${table.results} = 0`),
  ],
)

/** By which words the newest revision of an article is found at the desk. */
export const draftTerms = pgTable(
  'draft_terms',
  {
    articleId: uuid('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    terms: tsvector('terms').notNull(),
    version: smallint('version').notNull(),
  },
  (table) => [index('draft_terms_terms').using('gin', table.terms), index('draft_terms_version').on(table.version)],
)
