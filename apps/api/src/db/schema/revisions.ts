import type { ArticleEvent, ArticleSource } from '@bantin/shared/articles'
import type { Body } from '@bantin/shared/body'
import type { ArticleUnit, Byline } from '@bantin/shared/editorial-articles'
import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { articles } from './articles.ts'
import { id, moment } from './columns.ts'
import { media } from './media.ts'
import { users } from './users.ts'

/** One saved state of an article's content. A sealed one never changes: a trigger refuses it. */
export const articleRevisions = pgTable(
  'article_revisions',
  {
    id: id(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
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
    savedBy: uuid('saved_by').references(() => users.id),
    savedAt: moment('saved_at').notNull().default(sql`now()`),
    sealed: boolean('sealed').notNull().default(false),
  },
  (table) => [
    unique('article_revisions_number').on(table.articleId, table.number),
    unique('article_revisions_own').on(table.articleId, table.id),
  ],
)
