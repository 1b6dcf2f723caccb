import type { Notification } from '@bantin/shared/notifications'
import type { UserLocale } from '@bantin/shared/user-locale'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { notifications } from '../../db/schema/notifications.ts'
import { grants, users } from '../../db/schema/users.ts'
import { isOwnAndReadable, type Reader, selectNotifications } from './notifications.repository.ts'
import { readTold, type ToldRow } from './told.repository.ts'

/** Somebody who can sign in, with his roles of now and how he is told. */
export interface Person extends Reader {
  name: string
  email: string
  locale: UserLocale
  told: ToldRow
}

export async function findPerson(db: Db, userId: string): Promise<Person | undefined> {
  const [user] = await db
    .select({ name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.disabledAt), isNotNull(users.passwordHash)))
  if (!user) return undefined
  const held = await db.select({ role: grants.role, unitId: grants.unitId }).from(grants).where(eq(grants.userId, userId))
  return { ...user, userId, grants: held, told: await readTold(db, userId) }
}

/** Whose notification it is; undefined when it is gone. */
export async function findOwner(db: Db, id: string): Promise<string | undefined> {
  const [row] = await db.select({ userId: notifications.userId }).from(notifications).where(eq(notifications.id, id))
  return row?.userId
}

/** The person's notification, when he may read the article now. */
export async function findTold(db: Db, reader: Reader, id: string): Promise<(Notification & { isMailed: boolean }) | undefined> {
  const isMailed = sql<boolean>`${notifications.mailedAt} IS NOT NULL`
  const [row] = await selectNotifications(db, { isMailed }).where(and(eq(notifications.id, id), await isOwnAndReadable(db, reader)))
  return row
}

export async function markMailed(db: Db, id: string): Promise<void> {
  await db.update(notifications).set({ mailedAt: sql`now()` }).where(eq(notifications.id, id))
}
