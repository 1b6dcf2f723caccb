import { eq, inArray } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { users } from '../../db/schema/users.ts'
import { userState } from './users.columns.ts'

/** What is known of an account that something is to be done to. */
export type TargetRow = NonNullable<Awaited<ReturnType<typeof findTarget>>>

/** The account, or undefined. */
export async function findTarget(db: Db, id: string) {
  const { name, email, version } = users
  const [row] = await db.select({ id: users.id, name, email, state: userState, version }).from(users).where(eq(users.id, id))
  return row
}

/**
 * Locks accounts that are going to be changed, or their grants or links, in the order of their ids: two that change the same users do
 * not wait for each other in a circle.
 */
export async function lockUsers(tx: Db, ids: string[]): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(inArray(users.id, ids)).orderBy(users.id).for('no key update')
}
