import { roles } from '@bantin/shared/permissions'
import { userLocales } from '@bantin/shared/user-locale'
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
    /** Argon2id. Null until the invitation is accepted. */
    passwordHash: text('password_hash'),
    /** In which language mails are written to this person. */
    locale: text('locale', { enum: userLocales }).notNull().default('vi'),
    disabledAt: moment('disabled_at'),
    createdAt: moment('created_at').notNull().default(sql`now()`),
    version: version(),
  },
  (table) => [
    uniqueIndex('users_email').on(sql`lower(${table.email})`),
    // In the order of lists.
    index('users_name').on(sql`${table.name} COLLATE "vi-x-icu"`, table.id),
    check('users_locale', sql`${table.locale} IN ('vi', 'en')`),
  ],
)

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
