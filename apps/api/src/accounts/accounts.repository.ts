import type { UserLocale } from '@bantin/shared/user-locale'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../db/client.ts'
import { users } from '../db/schema/users.ts'

/** The row of an account. */
export interface Account {
  id: string
  email: string
  name: string
  locale: UserLocale
  /** Null: the invitation is not accepted yet. */
  passwordHash: string | null
  isDisabled: boolean
  version: number
}

/** The account with this e-mail, however it is capitalized. */
export async function findAccountByEmail(db: Db, email: string): Promise<Account | undefined> {
  const [row] = await selectAccount(db).where(sql`lower(${users.email}) = lower(${email})`)
  return row
}

/** The account of somebody who is signed in, or proved who he is; undefined when it is disabled. */
export async function findOwnAccount(db: Db, userId: string): Promise<Account | undefined> {
  const [row] = await selectAccount(db).where(isEnabled(userId))
  return row
}

/**
 * The same, locked until the transaction's end. Whoever opens a session, changes the account or takes a way in away comes before or after:
 * what stands here stays so meanwhile.
 */
export async function lockOwnAccount(tx: Db, userId: string): Promise<Account | undefined> {
  const [row] = await selectAccount(tx).where(isEnabled(userId)).for('no key update')
  return row
}

type AccountChange = Partial<Pick<Account, 'email' | 'name' | 'locale' | 'passwordHash'>>

/** Writes the fields, none where only something beside the row has changed, and counts the version up. Answers the new one. */
export async function changeAccount(tx: Db, userId: string, change: AccountChange = {}): Promise<number> {
  return await update(tx, userId, change)
}

/** Since now, or no longer; likewise. */
export async function setDisabled(tx: Db, userId: string, disabled: boolean): Promise<number> {
  return await update(tx, userId, { disabledAt: disabled ? sql`now()` : null })
}

async function update(tx: Db, userId: string, change: AccountChange & { disabledAt?: SQL | null }): Promise<number> {
  const [row] = await tx
    .update(users)
    .set({ ...change, version: sql`${users.version} + 1` })
    .where(eq(users.id, userId))
    .returning({ version: users.version })
  if (!row) throw new Error('An account that was just read is gone.')
  return row.version
}

function selectAccount(db: Db) {
  const { id, email, name, locale, passwordHash, version } = users
  const isDisabled = sql<boolean>`${users.disabledAt} IS NOT NULL`
  return db.select({ id, email, name, locale, passwordHash, isDisabled, version }).from(users)
}

function isEnabled(userId: string): SQL | undefined {
  return and(eq(users.id, userId), isNull(users.disabledAt))
}
