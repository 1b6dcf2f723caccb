import type { ProfilePatch } from '@bantin/shared/auth'
import type { UserLocale } from '@bantin/shared/user-locale'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { users } from '../../db/schema/users.ts'

/** The account of somebody who is signed in, or proved who he is. */
export interface OwnAccount {
  id: string
  email: string
  name: string
  locale: UserLocale
  /** Null only before the invitation is accepted. */
  passwordHash: string | null
  version: number
}

export async function findOwnAccount(db: Db, userId: string): Promise<OwnAccount | undefined> {
  const [row] = await selectAccount(db).where(isEnabled(userId))
  return row
}

/** The same, locked for a change. */
export async function lockOwnAccount(tx: Db, userId: string): Promise<OwnAccount | undefined> {
  const [row] = await selectAccount(tx).where(isEnabled(userId)).for('no key update')
  return row
}

/**
 * Whether the person may still come in with the password that was checked. Until the transaction's end it stays so: whoever changes the
 * password or disables the account meanwhile finds the session that is being opened, and ends it.
 */
export async function holdAccount(tx: Db, userId: string, passwordHash: string): Promise<boolean> {
  const rows = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(isEnabled(userId), eq(users.passwordHash, passwordHash)))
    .for('share')
  return rows.length > 0
}

/** Answers the account's version afterwards. */
export async function setPassword(tx: Db, userId: string, passwordHash: string): Promise<number> {
  return await update(tx, userId, { passwordHash })
}

/** Likewise. */
export async function changeProfile(tx: Db, userId: string, patch: ProfilePatch): Promise<number> {
  return await update(tx, userId, patch)
}

async function update(tx: Db, userId: string, change: ProfilePatch & { passwordHash?: string }): Promise<number> {
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
  return db.select({ id, email, name, locale, passwordHash, version }).from(users)
}

function isEnabled(userId: string): SQL | undefined {
  return and(eq(users.id, userId), isNull(users.disabledAt))
}
