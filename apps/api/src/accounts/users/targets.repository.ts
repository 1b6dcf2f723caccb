import type { Grant } from '@bantin/shared/permissions'
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { passwordLinks } from '../../db/schema/sessions.ts'
import { units } from '../../db/schema/units.ts'
import { grants, users } from '../../db/schema/users.ts'
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

/** A grant with the path of its unit; null where it is over the whole site. */
export interface GrantRow extends Grant {
  id: string
  unitPath: string[] | null
}

/** A user's grants, in the order in which they are shown. */
export async function findGrants(db: Db, userId: string): Promise<GrantRow[]> {
  const { id, role, unitId } = grants
  const unitPath = sql<string[] | null>`CASE WHEN ${unitId} IS NOT NULL THEN unit_path(${unitId}) END`
  return await db.select({ id, role, unitId, unitPath }).from(grants).where(eq(grants.userId, userId)).orderBy(id)
}

/** The paths of these units, by id. Those that are not there are missing. */
export async function findUnitPaths(db: Db, unitIds: string[]): Promise<Map<string, string[]>> {
  if (unitIds.length === 0) return new Map()
  const path = sql<string[]>`unit_path(${units.id})`
  const rows = await db.select({ id: units.id, path }).from(units).where(inArray(units.id, unitIds))
  return new Map(rows.map((row) => [row.id, row.path]))
}

export async function deleteGrants(tx: Db, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(grants).where(inArray(grants.id, ids))
}

/** Who made links of the person that are not closed: not himself, who asks for them by mail, and not the operator. */
export async function findLinkMakers(db: Db, userId: string): Promise<string[]> {
  const { createdBy } = passwordLinks
  const rows = await db
    .selectDistinct({ makerId: createdBy })
    .from(passwordLinks)
    .where(and(isUnclosedLinkOf(userId), isNotNull(createdBy)))
  return rows.flatMap(({ makerId }) => makerId ?? [])
}

export async function revokeLinksMadeBy(tx: Db, makerId: string, userId: string): Promise<void> {
  await tx
    .update(passwordLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(isUnclosedLinkOf(userId), eq(passwordLinks.createdBy, makerId)))
}

function isUnclosedLinkOf(userId: string): SQL | undefined {
  return and(eq(passwordLinks.userId, userId), isNull(passwordLinks.usedAt), isNull(passwordLinks.revokedAt))
}
