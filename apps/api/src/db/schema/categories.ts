import { publishingPolicies } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { id, version } from './columns.ts'
import { sites } from './sites.ts'

export const categories = pgTable(
  'categories',
  {
    id: id(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => categories.id),
    order: integer('order').notNull().default(0),
    /** Stricter than the site's, for articles in it and below it. */
    publishingPolicy: text('publishing_policy', { enum: publishingPolicies }),
    version: version(),
  },
  (table) => [
    unique('categories_slug').on(table.siteId, table.slug),
    check('categories_publishing_policy', sql`${table.publishingPolicy} IN ('direct', 'review', 'strict')`),
  ],
)

export const tags = pgTable(
  'tags',
  {
    id: id(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    version: version(),
  },
  (table) => [
    unique('tags_slug').on(table.siteId, table.slug),
    index('tags_by_name').on(table.siteId, sql`${table.name} COLLATE "vi-x-icu"`, table.id),
  ],
)
