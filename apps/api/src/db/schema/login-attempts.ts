import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { id, moment } from './columns.ts'

/**
 * A password and a code of the second factor at signing in; the same once more of somebody who is signed in, so that whoever finds a desk
 * open keeps its owner from nothing; a password that was forgotten; a link that an administrator makes for somebody; the code of the first set-up.
 */
export const attemptKinds = ['password', 'code', 'own_password', 'own_code', 'forgotten', 'link', 'setup'] as const
export type AttemptKind = (typeof attemptKinds)[number]

/** Tries to prove who one is that failed, or that are running. Rows live as long as they count, or a little longer. */
export const loginAttempts = pgTable(
  'login_attempts',
  {
    id: id(),
    kind: text('kind', { enum: attemptKinds }).notNull().default('password'),
    /** The e-mail in lower case, whether or not there is such an account; once that is known the user's id, which no new e-mail changes. */
    account: text('account').notNull(),
    /** The trusted address; of IPv6 the first 64 bits, since whoever has one has them all. */
    address: text('address').notNull(),
    /** False while it is being checked. */
    failed: boolean('failed').notNull().default(false),
    at: moment('at').notNull().default(sql`now()`),
  },
  (table) => [
    index('login_attempts_account').on(table.account, table.at),
    index('login_attempts_address').on(table.address, table.at),
    index('login_attempts_at').on(table.at),
    check('login_attempts_kind', sql`${table.kind} IN ('password', 'code', 'own_password', 'own_code', 'forgotten', 'link', 'setup')`),
  ],
)
