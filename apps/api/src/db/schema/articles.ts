import { formats } from '@bantin/shared/articles'
import { publicStates, workStates } from '@bantin/shared/lifecycle'
import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, version } from './columns.ts'
import { sites } from './sites.ts'
import { units } from './units.ts'
import { users } from './users.ts'

/** Identity and states of an article. Its content stands in revisions. */
export const articles = pgTable(
  'articles',
  {
    id: id(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    /** Given at first publication. */
    slug: text('slug'),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => units.id),
    format: text('format', { enum: formats }).notNull().default('news'),
    locale: text('locale').notNull().default('vi'),
    workState: text('work_state', { enum: workStates }).notNull().default('draft'),
    publicState: text('public_state', { enum: publicStates }).notNull().default('none'),
    version: version(),
    /** Both revisions are this article's own: composite foreign keys in the migration. */
    headRevisionId: uuid('head_revision_id'),
    publishedRevisionId: uuid('published_revision_id'),
    /** The number of the newest edition. */
    edition: integer('edition'),
    firstPublishedAt: moment('first_published_at'),
    publishedAt: moment('published_at'),
    holdReason: text('hold_reason'),
    heldAt: moment('held_at'),
    withdrawalReason: text('withdrawal_reason'),
    withdrawnAt: moment('withdrawn_at'),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    updatedAt: moment('updated_at').notNull().default(sql`now()`),
  },
  (table) => [
    index('articles_recent').on(table.siteId, table.updatedAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
    check('articles_format', sql`${table.format} IN ('news', 'page', 'notice', 'gallery', 'video')`),
    check('articles_work_state', sql`${table.workState} IN ('none', 'draft')`),
    check('articles_public_state', sql`${table.publicState} IN ('none', 'published', 'held', 'withdrawn')`),
    check(
      'articles_published_whole',
      sql`(${table.publicState} = 'none') = (${table.publishedRevisionId} IS NULL)
        AND (${table.publicState} = 'none') = (${table.edition} IS NULL)
        AND (${table.publicState} = 'none') = (${table.firstPublishedAt} IS NULL)
        AND (${table.publicState} = 'none') = (${table.publishedAt} IS NULL)
        AND (${table.publicState} = 'none' OR ${table.slug} IS NOT NULL)`,
    ),
    check('articles_held_since', sql`(${table.publicState} = 'held') = (${table.heldAt} IS NOT NULL)`),
    check('articles_withdrawn_why', sql`(${table.withdrawnAt} IS NULL) = (${table.withdrawalReason} IS NULL)`),
    check('articles_withdrawn_since', sql`${table.publicState} <> 'withdrawn' OR ${table.withdrawnAt} IS NOT NULL`),
  ],
)

/** Every address an article ever had; exactly one is current. */
export const articleSlugs = pgTable(
  'article_slugs',
  {
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    slug: text('slug').notNull(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    current: boolean('current').notNull(),
  },
  (table) => [
    primaryKey({ name: 'article_slugs_pkey', columns: [table.siteId, table.slug] }),
    uniqueIndex('article_slugs_current').on(table.articleId).where(sql`${table.current}`),
  ],
)

/** Addresses of an older system, query included, and where they lead. */
export const redirects = pgTable(
  'redirects',
  {
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    fromPathQuery: text('from_path_query').notNull(),
    articleId: uuid('article_id').references(() => articles.id),
    url: text('url'),
    hits: integer('hits').notNull().default(0),
    lastHitOn: date('last_hit_on'),
  },
  (table) => [
    primaryKey({ name: 'redirects_pkey', columns: [table.siteId, table.fromPathQuery] }),
    check('redirects_one_target', sql`(${table.articleId} IS NULL) <> (${table.url} IS NULL)`),
  ],
)
