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
import { sql } from 'drizzle-orm'
import {
  boolean,
  type ExtraConfigColumn,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { moment, tsvector } from '../columns.ts'

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
    genre: text('genre'),
    locale: text('locale').notNull(),
    translationGroup: uuid('translation_group').notNull(),
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
    listIndex('published_articles_changed', table.listed, [table.siteId, table.format], [table.updatedAt, table.id]),
    listIndex('published_articles_genre', table.listed, [table.siteId, table.format, table.genre], [table.publishedAt, table.id]),
    listIndex('published_articles_locale', table.listed, [table.siteId, table.format, table.locale], [table.publishedAt, table.id]),
    index('published_articles_translations').on(table.translationGroup),
  ],
)

/** What a list is read from: those with the same values, the newest first. What is in no list takes no room in it. */
function listIndex(name: string, listed: ExtraConfigColumn, of: [ExtraConfigColumn, ...ExtraConfigColumn[]], by: ExtraConfigColumn[]) {
  return index(name)
    .on(...of, ...by.map((column) => column.desc().nullsFirst()))
    .where(sql`${listed}`)
}

/** What lists are ordered and narrowed by: the same as in the article. Only so is one index what a list is read from. */
function listing() {
  return {
    siteId: uuid('site_id').notNull(),
    format: text('format', { enum: formats }).notNull(),
    listed: boolean('listed').notNull(),
    publishedAt: moment('published_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  }
}

type Listing = Record<'siteId' | 'format' | 'listed' | 'publishedAt' | 'updatedAt' | 'articleId', ExtraConfigColumn>

function linkIndexes(name: string, of: ExtraConfigColumn, { siteId, format, listed, publishedAt, updatedAt, articleId: id }: Listing) {
  return [
    listIndex(`published_article_${name}_latest`, listed, [of, siteId, format], [publishedAt, id]),
    listIndex(`published_article_${name}_changed`, listed, [of, siteId, format], [updatedAt, id]),
  ]
}

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
    ...listing(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.position] }), ...linkIndexes('authors', table.authorId, table)],
)

export const publishedArticleUnits = published.table(
  'article_units',
  {
    articleId: articleId(),
    position: smallint('position').notNull(),
    unitId: uuid('unit_id').notNull(),
    role: text('role', { enum: unitRoles }).notNull(),
    ...listing(),
  },
  (table) => [primaryKey({ columns: [table.articleId, table.position] }), ...linkIndexes('units', table.unitId, table)],
)

export const publishedArticleCategories = published.table(
  'article_categories',
  { articleId: articleId(), position: smallint('position').notNull(), categoryId: uuid('category_id').notNull(), ...listing() },
  (table) => [primaryKey({ columns: [table.articleId, table.position] }), ...linkIndexes('categories', table.categoryId, table)],
)

export const publishedArticleTags = published.table(
  'article_tags',
  { articleId: articleId(), position: smallint('position').notNull(), tagId: uuid('tag_id').notNull(), ...listing() },
  (table) => [primaryKey({ columns: [table.articleId, table.position] }), ...linkIndexes('tags', table.tagId, table)],
)

export const publishedArticleMedia = published.table(
  'article_media',
  { articleId: articleId(), position: smallint('position').notNull(), mediaId: uuid('media_id').notNull() },
  (table) => [primaryKey({ columns: [table.articleId, table.position] }), index('published_article_media_media').on(table.mediaId)],
)

/** Whom the body names, with the title of the day. */
export const publishedArticleAppointments = published.table(
  'article_appointments',
  { articleId: articleId(), position: smallint('position').notNull(), appointmentId: uuid('appointment_id').notNull() },
  (table) => [
    primaryKey({ name: 'article_appointments_pkey', columns: [table.articleId, table.position] }),
    index('published_article_appointments_appointment').on(table.appointmentId, table.articleId),
  ],
)

/** The articles that an editor has put beside this one, whether or not they are public now. */
export const publishedArticleRelated = published.table(
  'article_related',
  { articleId: articleId(), position: smallint('position').notNull(), relatedId: uuid('related_id').notNull() },
  (table) => [primaryKey({ columns: [table.articleId, table.position] }), index('published_article_related_related').on(table.relatedId)],
)

/** By which words an article is found: of what stands first in it, and of all. `title` is folded, for what is only alike. */
export const publishedArticleTerms = published.table(
  'article_terms',
  {
    articleId: articleId().primaryKey(),
    siteId: uuid('site_id').notNull(),
    format: text('format', { enum: formats }).notNull(),
    listed: boolean('listed').notNull(),
    publishedAt: moment('published_at').notNull(),
    title: text('title').notNull(),
    head: tsvector('head').notNull(),
    body: tsvector('body').notNull(),
    version: smallint('version').notNull(),
  },
  (table) => [
    index('published_article_terms_head').using('gin', table.head),
    index('published_article_terms_body').using('gin', table.body),
    index('published_article_terms_title').using('gin', table.title.op('gin_trgm_ops')),
    listIndex('published_article_terms_latest', table.listed, [table.siteId], [table.publishedAt, table.articleId]),
    index('published_article_terms_version').on(table.version),
  ],
)
