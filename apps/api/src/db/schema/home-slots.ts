import { pgTable, primaryKey, smallint, unique, uuid } from 'drizzle-orm/pg-core'
import { articles } from './articles.ts'
import { moment } from './columns.ts'
import { sites } from './sites.ts'

/** What the home page sets before everything else, and until when. */
export const homeSlots = pgTable(
  'home_slots',
  {
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    position: smallint('position').notNull(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    until: moment('until'),
  },
  (table) => [
    primaryKey({ name: 'home_slots_pkey', columns: [table.siteId, table.position] }),
    unique('home_slots_article').on(table.articleId, table.siteId),
  ],
)
