import { roles } from '@bantin/shared/permissions'
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, moment, version } from './columns.ts'
import { units } from './units.ts'

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    /** Argon2id. */
    passwordHash: text('password_hash').notNull(),
    disabledAt: moment('disabled_at'),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    version: version(),
  },
  (table) => [uniqueIndex('users_email').on(sql`lower(${table.email})`)],
)

/** One sign-in on one device: the family of its refresh tokens. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    lastUsedAt: moment('last_used_at').notNull().default(sql`now()`),
    endedAt: moment('ended_at'),
    endedBecause: text('ended_because'),
  },
  (table) => [index('sessions_user').on(table.userId)],
)

/** Every refresh token a session ever had, as SHA-256. One that comes back after its use betrays a theft. */
export const refreshTokens = pgTable('refresh_tokens', {
  hash: text('hash').primaryKey(),
  sessionId: uuid('session_id')
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  createdAt: moment('created_at').notNull().default(sql`now()`),
  consumedAt: moment('consumed_at'),
})

/** A role over a unit and all below it; null is the whole site. */
export const grants = pgTable(
  'grants',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: roles }).notNull(),
    unitId: uuid('unit_id').references(() => units.id),
  },
  (table) => [
    uniqueIndex('grants_once').on(table.userId, table.role, sql`coalesce(${table.unitId}, '00000000-0000-0000-0000-000000000000')`),
    check('grants_role', sql`${table.role} IN ('reporter', 'editor', 'publisher', 'admin', 'auditor')`),
  ],
)
