import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { articles } from './articles.ts'
import { id, moment, version } from './columns.ts'
import { users } from './users.ts'

/** What editors say about a block of a text, or about the whole of it; answers have a parent. */
export const comments = pgTable(
  'comments',
  {
    id: id(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** A comment on the same article: a composite foreign key in the migration. */
    parentId: uuid('parent_id'),
    /** Of the newest revision at the time; the block may be gone since. Null: the whole article. */
    blockId: text('block_id'),
    revisionNumber: integer('revision_number').notNull(),
    text: text('text').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    editedAt: moment('edited_at'),
    resolvedAt: moment('resolved_at'),
    resolvedBy: uuid('resolved_by').references(() => users.id),
    version: version(),
  },
  (table) => [
    unique('comments_own').on(table.articleId, table.id),
    check('comments_resolved_by', sql`${table.resolvedBy} IS NULL OR ${table.resolvedAt} IS NOT NULL`),
    check('comments_resolved_thread', sql`${table.resolvedAt} IS NULL OR ${table.parentId} IS NULL`),
  ],
)

/** A link that shows one article's newest text to whoever has it. Only the token's hash is kept. */
export const previews = pgTable(
  'previews',
  {
    id: id(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [uniqueIndex('previews_token').on(table.tokenHash), index('previews_article').on(table.articleId, table.id)],
)

/** One named person without an account was asked about one revision. An opinion, not a permission. */
export const opinions = pgTable(
  'opinions',
  {
    id: id(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** One of the same article: a composite foreign key in the migration. */
    revisionId: uuid('revision_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    name: text('name').notNull(),
    askedBy: uuid('asked_by').references(() => users.id),
    askedAt: moment('asked_at').notNull().default(sql`now()`),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    answer: text('answer', { enum: ['agree', 'change'] }),
    text: text('text'),
    answeredAt: moment('answered_at'),
  },
  (table) => [
    uniqueIndex('opinions_token').on(table.tokenHash),
    index('opinions_article').on(table.articleId, table.id),
    check('opinions_answer', sql`${table.answer} IN ('agree', 'change')`),
    check('opinions_answered_whole', sql`(${table.answer} IS NULL) = (${table.answeredAt} IS NULL)`),
  ],
)

/** Who has an article open at the desk. A courtesy: it is not logged and may be lost. */
export const articlePresence = pgTable(
  'article_presence',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    seenAt: moment('seen_at').notNull().default(sql`now()`),
  },
  (table) => [primaryKey({ name: 'article_presence_pkey', columns: [table.articleId, table.userId] })],
)

/** The answer that a request with an `Idempotency-Key` was given, for a day, so that a retry is given it again. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actorId: uuid('actor_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    /** What went out as `ETag`. */
    version: integer('version'),
    location: text('location'),
    /** Whose words the body repeats. Without a foreign key: an answer that was given stays given when a draft is deleted. */
    articleId: uuid('article_id'),
    body: text('body').notNull(),
    createdAt: moment('created_at').notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({ name: 'idempotency_keys_pkey', columns: [table.actorId, table.key] }),
    index('idempotency_keys_created').on(table.createdAt),
  ],
)
