import type { ArticleEvent, ArticleSource } from '@bantin/shared/articles'
import type { Body } from '@bantin/shared/body'
import type { ArticleUnit, Byline } from '@bantin/shared/editorial-articles'
import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { articles } from './articles.ts'
import { id, moment } from './columns.ts'
import { media } from './media.ts'
import { users } from './users.ts'

/** A hash of each field but the body, and of each of its blocks in their order. */
export interface ContentFingerprint {
  fields: Record<string, string>
  blocks: [id: string, hash: string][]
}

/** One saved state of an article's content. A sealed one never changes but to be emptied: a trigger refuses it. */
export const articleRevisions = pgTable(
  'article_revisions',
  {
    id: id(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    kicker: text('kicker'),
    sapo: text('sapo'),
    body: jsonb('body').$type<Body>().notNull(),
    bodyText: text('body_text').notNull(),
    heroMediaId: uuid('hero_media_id').references(() => media.id),
    bylines: jsonb('bylines').$type<Byline[]>().notNull().default([]),
    units: jsonb('units').$type<ArticleUnit[]>().notNull().default([]),
    categoryIds: uuid('category_ids').array().notNull().default(sql`'{}'`),
    tagIds: uuid('tag_ids').array().notNull().default(sql`'{}'`),
    event: jsonb('event').$type<ArticleEvent>(),
    source: jsonb('source').$type<ArticleSource>(),
    /** One of the site's own list. */
    genre: text('genre'),
    /** Articles that an editor puts beside this one. */
    relatedIds: uuid('related_ids').array().notNull().default(sql`'{}'`),
    savedBy: uuid('saved_by').references(() => users.id),
    savedAt: moment('saved_at').notNull().default(sql`now()`),
    /** When its writer began it: an autosave goes on in the same revision for a while only. */
    begunAt: moment('begun_at').notNull().default(sql`now()`),
    sealed: boolean('sealed').notNull().default(false),
    /** What the writer called a version worth keeping. */
    label: text('label'),
    /** Emptied, because it named someone who must not be named. */
    redactedAt: moment('redacted_at'),
    /** Of the body, as spaces divide them. Kept, because counting those of a list took seconds; splitting is the fastest way. */
    words: integer('words')
      .notNull()
      .generatedAlwaysAs(sql`cardinality(array_remove(string_to_array(translate("body_text", E'\\t\\r\\n', '   '), ' '), ''))`),
  },
  (table) => [
    unique('article_revisions_number').on(table.articleId, table.number),
    unique('article_revisions_own').on(table.articleId, table.id),
    index('article_revisions_unsealed').on(table.savedAt).where(sql`NOT ${table.sealed}`),
    index('article_revisions_hero').on(table.heroMediaId).where(sql`${table.heroMediaId} IS NOT NULL`),
    check('article_revisions_emptied', sql`${table.redactedAt} IS NULL OR ${table.title} = '' AND ${table.bodyText} = ''`),
  ],
)

/**
 * What the content was at each version, as fingerprints of fields and blocks: enough to tell who changed what since a version that
 * an editor has read, and so to merge changes of different blocks.
 */
export const articleSaves = pgTable(
  'article_saves',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    fingerprint: jsonb('fingerprint').$type<ContentFingerprint>().notNull(),
    savedAt: moment('saved_at').notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({ name: 'article_saves_pkey', columns: [table.articleId, table.version] }),
    index('article_saves_at').on(table.savedAt),
  ],
)
