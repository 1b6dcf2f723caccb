import type { MailTime } from '@bantin/shared/notifications'
import { eq, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { notificationSettings } from '../../db/schema/notifications.ts'

export interface ToldRow {
  mail: MailTime
  muted: string[]
  /** Sealed. */
  chatUrl: Buffer | null
  version: number
}

const columns = {
  mail: notificationSettings.mail,
  muted: notificationSettings.muted,
  chatUrl: notificationSettings.chatUrl,
  version: notificationSettings.version,
}

/** How the person is told; as it is at first where nothing was ever set. */
export async function readTold(db: Db, userId: string): Promise<ToldRow> {
  const [row] = await db.select(columns).from(notificationSettings).where(eq(notificationSettings.userId, userId))
  return row ?? { mail: 'daily', muted: [], chatUrl: null, version: 1 }
}

/** The same, locked for the transaction, and with a row to lock from now on. */
export async function lockTold(tx: Db, userId: string): Promise<ToldRow> {
  await tx.insert(notificationSettings).values({ userId }).onConflictDoNothing()
  const [row] = await tx.select(columns).from(notificationSettings).where(eq(notificationSettings.userId, userId)).for('update')
  return row as ToldRow
}

/** Answers the version after it. */
export async function updateTold(tx: Db, userId: string, set: Partial<Omit<ToldRow, 'version'>>): Promise<number> {
  const version = sql`${notificationSettings.version} + 1`
  const [row] = await tx
    .update(notificationSettings)
    .set({ ...set, version })
    .where(eq(notificationSettings.userId, userId))
    .returning({ version: notificationSettings.version })
  return row?.version ?? 1
}
