import { sql } from 'drizzle-orm'
import { bigint, check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea, id, moment } from './columns.ts'
import { users } from './users.ts'

const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id)

/** One sign-in on one device: the family of its refresh tokens. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: userId(),
    /** Browser and system as the sign-in said them, such as `Firefox · Windows`. */
    device: text('device'),
    /** The trusted address of the sign-in. */
    address: text('address'),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    lastUsedAt: moment('last_used_at').notNull().default(sql`now()`),
    endedAt: moment('ended_at'),
    endedBecause: text('ended_because'),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** Every refresh token a session ever had, as SHA-256. One that comes back after its use betrays a theft. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    hash: text('hash').primaryKey(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    consumedAt: moment('consumed_at'),
  },
  (table) => [index('refresh_tokens_session').on(table.sessionId)],
)

/** What makes the codes of a person's second factor. Asked for once it is confirmed. */
export const secondFactors = pgTable('second_factors', {
  userId: userId().primaryKey(),
  /** Sealed. */
  secret: bytea('secret').notNull(),
  confirmedAt: moment('confirmed_at'),
  /** The half minute of the last code that was taken: no code is taken twice. */
  lastStep: bigint('last_step', { mode: 'number' }),
})

/** What stands in for a code, once each. Only hashes are kept. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: userId(),
    hash: text('hash').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [primaryKey({ name: 'recovery_codes_pkey', columns: [table.userId, table.hash] })],
)

/** A device on which the person is not asked for a code, for a while. */
export const trustedDevices = pgTable(
  'trusted_devices',
  {
    id: id(),
    userId: userId(),
    tokenHash: text('token_hash').notNull(),
    device: text('device'),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [uniqueIndex('trusted_devices_token').on(table.tokenHash), index('trusted_devices_user').on(table.userId)],
)

/** A link with which a person sets a password: once, for a while. Only the token's hash is kept; the token comes from the id. */
export const passwordLinks = pgTable(
  'password_links',
  {
    id: id(),
    userId: userId(),
    kind: text('kind', { enum: ['invitation', 'reset'] }).notNull(),
    tokenHash: text('token_hash').notNull(),
    /** Null: the person asked for it, or the operator. */
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    uniqueIndex('password_links_token').on(table.tokenHash),
    index('password_links_user').on(table.userId),
    check('password_links_kind', sql`${table.kind} IN ('invitation', 'reset')`),
  ],
)
