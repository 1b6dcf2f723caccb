import { maxTrustedDevices, type TrustedDevice } from '@bantin/shared/auth'
import { and, desc, eq, gt, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { trustedDevices } from '../../db/schema/sessions.ts'
import { sites } from '../../db/schema/sites.ts'
import { siteTime } from '../../guarded/site-time.columns.ts'
import { trustedDeviceDays } from '../lifetimes.ts'

export interface NewDeviceRow {
  id: string
  userId: string
  tokenHash: string
  device: string | null
}

/** Stores a device on which no code is asked for, for a while; where there are too many, the oldest are trusted no more. */
export async function insertDevice(tx: Db, row: NewDeviceRow): Promise<void> {
  const { id, userId } = trustedDevices
  await tx.insert(trustedDevices).values({ ...row, expiresAt: sql`now() + make_interval(days => ${trustedDeviceDays})` })
  const kept = tx.select({ id }).from(trustedDevices).where(isOwnAndGood(row.userId)).orderBy(desc(id)).limit(maxTrustedDevices)
  await tx.delete(trustedDevices).where(and(eq(userId, row.userId), notInArray(id, kept)))
}

/** Whether the token is that of a device which this very person trusts. */
export async function isTrusted(db: Db, userId: string, tokenHash: string): Promise<boolean> {
  const rows = await db
    .select({ id: trustedDevices.id })
    .from(trustedDevices)
    .where(and(eq(trustedDevices.tokenHash, tokenHash), isOwnAndGood(userId)))
  return rows.length > 0
}

/** The person's trusted devices, newest first. */
export async function findDevices(db: Db, userId: string): Promise<TrustedDevice[]> {
  const { id, device, createdAt, expiresAt } = trustedDevices
  return await db
    .select({ id, device, createdAt: siteTime(createdAt), expiresAt: siteTime(expiresAt) })
    .from(trustedDevices)
    .crossJoin(sites)
    .where(isOwnAndGood(userId))
    .orderBy(desc(id))
    .limit(maxTrustedDevices)
}

/** False when the person has no such device. */
export async function deleteDevice(tx: Db, userId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(trustedDevices)
    .where(and(eq(trustedDevices.id, id), isOwnAndGood(userId)))
    .returning({ id: trustedDevices.id })
  return rows.length > 0
}

/** From now on every device of the person is asked for a code. */
export async function deleteDevicesOf(tx: Db, userId: string): Promise<void> {
  await tx.delete(trustedDevices).where(eq(trustedDevices.userId, userId))
}

function isOwnAndGood(userId: string): SQL | undefined {
  return and(eq(trustedDevices.userId, userId), gt(trustedDevices.expiresAt, sql`now()`))
}

/** Deletes devices whose time is over. */
export function deletionOfDevices(limit: number): SQL {
  return sql`DELETE FROM ${trustedDevices} WHERE id IN (
    SELECT id FROM ${trustedDevices} WHERE expires_at <= now() LIMIT ${limit} FOR UPDATE SKIP LOCKED)`
}
