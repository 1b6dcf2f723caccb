import { type Correction, editionKinds } from '@bantin/shared/articles'
import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { articles } from './articles.ts'
import { moment } from './columns.ts'
import { sites } from './sites.ts'
import { users } from './users.ts'

/**
 * A published revision with its number, its canonical document (RFC 8785) and that document's SHA-256. Redaction empties the document
 * and keeps the hash.
 */
export const editions = pgTable(
  'editions',
  {
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    edition: integer('edition').notNull(),
    /** One of the same article: a composite foreign key in the migrations. */
    revisionId: uuid('revision_id').notNull(),
    kind: text('kind', { enum: editionKinds }).notNull(),
    note: text('note'),
    correction: jsonb('correction').$type<Correction>(),
    publishedAt: moment('published_at').notNull(),
    publishedBy: uuid('published_by').references(() => users.id),
    document: text('document').notNull(),
    hash: text('hash').notNull(),
    redactedAt: moment('redacted_at'),
    redactionReason: text('redaction_reason'),
  },
  (table) => [
    primaryKey({ name: 'editions_pkey', columns: [table.articleId, table.edition] }),
    check('editions_kind', sql`${table.kind} IN ('major', 'minor', 'correction')`),
    check(
      'editions_redacted_why',
      sql`(${table.redactedAt} IS NULL) = (${table.redactionReason} IS NULL) AND (${table.redactedAt} IS NULL) = (${table.document} <> '')`,
    ),
    check('editions_correction', sql`(${table.kind} = 'correction') = (${table.correction} IS NOT NULL)`),
  ],
)

/** The append-only public log. `head` is SHA-256(previous head ‖ this row), so that every portal that pulls it is a witness. */
export const publicationLog = pgTable(
  'publication_log',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    articleId: uuid('article_id').notNull(),
    edition: integer('edition').notNull(),
    hash: text('hash').notNull(),
    head: text('head').notNull(),
  },
  (table) => [index('publication_log_firsts').on(table.siteId, table.seq, table.articleId).where(sql`${table.edition} = 1`)],
)
