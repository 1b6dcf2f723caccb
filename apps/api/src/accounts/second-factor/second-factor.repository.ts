import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { recoveryCodes, secondFactors, trustedDevices } from '../../db/schema/sessions.ts'

export interface FactorRow {
  /** Sealed. */
  secret: Buffer
  isOn: boolean
  /** The database's time in milliseconds. */
  now: number
}

/** The person's second factor, offered or on. */
export async function findFactor(db: Db, userId: string): Promise<FactorRow | undefined> {
  const [row] = await selectFactor(db, userId)
  return row
}

/** The same, locked: of two that take a code at once one comes after the other. */
export async function lockFactor(tx: Db, userId: string): Promise<FactorRow | undefined> {
  const [row] = await selectFactor(tx, userId).for('update')
  return row
}

function selectFactor(db: Db, userId: string) {
  const isOn = sql<boolean>`${secondFactors.confirmedAt} IS NOT NULL`
  const now = sql<number>`floor(extract(epoch FROM now()) * 1000)::int8`
  return db.select({ secret: secondFactors.secret, isOn, now }).from(secondFactors).where(eq(secondFactors.userId, userId))
}

/** Stores an offer in place of an earlier one; false when the second factor is on. */
export async function storeOffer(tx: Db, userId: string, secret: Buffer): Promise<boolean> {
  const rows = await tx
    .insert(secondFactors)
    .values({ userId, secret })
    .onConflictDoUpdate({ target: secondFactors.userId, set: { secret, lastStep: null }, setWhere: isNull(secondFactors.confirmedAt) })
    .returning({ userId: secondFactors.userId })
  return rows.length > 0
}

/** Turns it on with the code of that half minute; false when the offer is another one by now, or on. */
export async function turnFactorOn(tx: Db, userId: string, offer: Buffer, lastStep: number): Promise<boolean> {
  const rows = await tx
    .update(secondFactors)
    .set({ confirmedAt: sql`now()`, lastStep })
    .where(and(eq(secondFactors.userId, userId), eq(secondFactors.secret, offer), isNull(secondFactors.confirmedAt)))
    .returning({ userId: secondFactors.userId })
  return rows.length > 0
}

/** Takes the code of a half minute, and stores the secret as it is sealed now; false when one as late as that was taken before. */
export async function takeStep(tx: Db, userId: string, step: number, secret: Buffer): Promise<boolean> {
  const isLater = or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step))
  const rows = await tx
    .update(secondFactors)
    .set({ lastStep: step, secret })
    .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt), isLater))
    .returning({ userId: secondFactors.userId })
  return rows.length > 0
}

/** Takes a recovery code; false when there is none like it, or it was taken before. */
export async function takeRecoveryCode(tx: Db, userId: string, hash: string): Promise<boolean> {
  const rows = await tx
    .update(recoveryCodes)
    .set({ usedAt: sql`now()` })
    .where(and(eq(recoveryCodes.userId, userId), eq(recoveryCodes.hash, hash), isNull(recoveryCodes.usedAt)))
    .returning({ userId: recoveryCodes.userId })
  return rows.length > 0
}

/** Stores new recovery codes; the old ones die. */
export async function replaceRecoveryCodes(tx: Db, userId: string, hashes: string[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx.insert(recoveryCodes).values(hashes.map((hash) => ({ userId, hash })))
}

/** Turns it off, with recovery codes and trusted devices; false when it was not on. */
export async function turnFactorOff(tx: Db, userId: string): Promise<boolean> {
  const rows = await tx
    .delete(secondFactors)
    .where(eq(secondFactors.userId, userId))
    .returning({ wasOn: sql<boolean>`${secondFactors.confirmedAt} IS NOT NULL` })
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  await tx.delete(trustedDevices).where(eq(trustedDevices.userId, userId))
  return rows.some(({ wasOn }) => wasOn)
}
