import { clientScopes } from '@bantin/shared/clients'
import { sql } from 'drizzle-orm'
import { bigint, check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { articles } from './articles.ts'
import { bytea, id, moment, version } from './columns.ts'
import { sites } from './sites.ts'
import { units } from './units.ts'
import { users } from './users.ts'

/** A portal that pulls what we publish. Closed ones stay, with what is known of them. */
export const apiClients = pgTable(
  'api_clients',
  {
    id: id(),
    siteId: uuid('site_id')
      .notNull()
      .references(() => sites.id),
    /** Its feed has what this unit and those below it publish; null: everything. */
    unitId: uuid('unit_id').references(() => units.id),
    name: text('name').notNull(),
    contact: text('contact'),
    scopes: text('scopes', { enum: clientScopes }).array().notNull(),
    /** Null: what any key has. */
    requestsPerSecond: integer('requests_per_second'),
    responsibleUserId: uuid('responsible_user_id').references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    closedAt: moment('closed_at'),
    version: version(),
  },
  (table) => [
    check('api_clients_scopes', sql`${table.scopes} <@ ARRAY['read', 'acknowledge'] AND cardinality(${table.scopes}) > 0`),
    check('api_clients_requests_per_second', sql`${table.requestsPerSecond} BETWEEN 1 AND 1000`),
    index('api_clients_responsible').on(table.responsibleUserId),
  ],
)

/** Of each key only the SHA-256: it is random enough that nobody finds it from that. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    clientId: uuid('client_id')
      .notNull()
      .references(() => apiClients.id),
    prefix: text('prefix').notNull(),
    hash: bytea('hash').notNull(),
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => users.id),
    /** To the minute: written with the day's counts. */
    lastUsedAt: moment('last_used_at'),
  },
  (table) => [unique('api_keys_prefix').on(table.prefix), index('api_keys_client').on(table.clientId)],
)

/** Requests with a key on a local day. */
export const apiKeyDays = pgTable(
  'api_key_days',
  {
    keyId: uuid('key_id')
      .notNull()
      .references(() => apiKeys.id),
    day: date('day').notNull(),
    requests: integer('requests').notNull(),
    refused: integer('refused').notNull(),
  },
  (table) => [primaryKey({ name: 'api_key_days_pkey', columns: [table.keyId, table.day] })],
)

/** Up to which entry of the feed a portal has said that it has taken over. */
export const portalCursors = pgTable('portal_cursors', {
  clientId: uuid('client_id')
    .primaryKey()
    .references(() => apiClients.id),
  epoch: integer('epoch').notNull(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  acknowledgedAt: moment('acknowledged_at').notNull().default(sql`now()`),
})

/** Entries that a portal had not taken over in time, and of which people were told: once. */
export const lateAcknowledgements = pgTable(
  'late_acknowledgements',
  {
    clientId: uuid('client_id')
      .notNull()
      .references(() => apiClients.id),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    toldAt: moment('told_at').notNull().default(sql`now()`),
  },
  (table) => [
    primaryKey({ name: 'late_acknowledgements_pkey', columns: [table.clientId, table.seq] }),
    index('late_acknowledgements_article').on(table.articleId),
  ],
)
