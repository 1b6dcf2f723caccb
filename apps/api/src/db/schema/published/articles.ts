import {
  type ArticleEvent,
  type ArticleSource,
  bylineRoles,
  type Correction,
  editionKinds,
  formats,
  unitRoles,
} from '@bantin/shared/articles'
import type { Body } from '@bantin/shared/body'
import { boolean, index, integer, jsonb, pgSchema, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { moment } from '../columns.ts'

export const published = pgSchema('published')

/** What delivery shows of an article: the content of its newest edition. No row: there is nothing public. */
export const publishedArticles = published.table(
  'articles',
  {
    id: uuid('id').primaryKey(),
    siteId: uuid('site_id').notNull(),
    unitId: uuid('unit_id').notNull(),
    edition: integer('edition').notNull(),
    editionKind: text('edition_kind', { enum: editionKinds }).notNull(),
    hash: text('hash').notNull(),
    format: text('format', { enum: formats }).notNull(),
    locale: text('locale').notNull(),
    slug: text('slug').notNull(),
    title: text('title').notNull(),
    kicker: text('kicker'),
    sapo: text('sapo'),
    body: jsonb('body').$type<Body>().notNull(),
    bodyHtml: text('body_html').notNull(),
    heroMediaId: uuid('hero_media_id'),
    event: jsonb('event').$type<ArticleEvent>(),
    source: jsonb('source').$type<ArticleSource>(),
    firstPublishedAt: moment('first_published_at').notNull(),
    publishedAt: moment('published_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    correction: jsonb('correction').$type<Correction>(),
    withdrawn: jsonb('withdrawn').$type<{ reason: string; at: string }>(),
    /** False for a withdrawn article: readable at its address, in no list. */
    listed: boolean('listed').notNull(),
  },
  (table) => [
    unique('published_articles_slug').on(table.siteId, table.slug),
    index('published_articles_latest').on(
      table.siteId,
      table.format,
      table.listed,
      table.publishedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
  ],
)

function articleId() {
  return uuid('article_id')
    .notNull()
    .references(() => publishedArticles.id, { onDelete: 'cascade' })
}

export const publishedArticleAuthors = published.table(
  'article_authors',
  {
    articleId: articleId(),
    position: smallint('position').notNull(),
    authorId: uuid('author_id').notNull(),
    role: text('role', { enum: bylineRoles }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.position] }),
    index('published_article_authors_author').on(table.authorId, table.articleId),
  ],
)

export const publishedArticleUnits = published.table(
  'article_units',
  {
    articleId: articleId(),
    position: smallint('position').notNull(),
    unitId: uuid('unit_id').notNull(),
    role: text('role', { enum: unitRoles }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.position] }),
    index('published_article_units_unit').on(table.unitId, table.articleId),
  ],
)

export const publishedArticleCategories = published.table(
  'article_categories',
  { articleId: articleId(), position: smallint('position').notNull(), categoryId: uuid('category_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.articleId, table.position] }),
    index('published_article_categories_category').on(table.categoryId, table.articleId),
  ],
)

export const publishedArticleTags = published.table(
  'article_tags',
  { articleId: articleId(), position: smallint('position').notNull(), tagId: uuid('tag_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.articleId, table.position] }),
    index('published_article_tags_tag').on(table.tagId, table.articleId),
  ],
)

export const publishedArticleMedia = published.table(
  'article_media',
  { articleId: articleId(), position: smallint('position').notNull(), mediaId: uuid('media_id').notNull() },
  (table) => [primaryKey({ columns: [table.articleId, table.position] }), index('published_article_media_media').on(table.mediaId)],
)
