import type { Grant } from '@bantin/shared/permissions'
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { passwordLinks } from '../../db/schema/sessions.ts'
import { units } from '../../db/schema/units.ts'
import { grants, users } from '../../db/schema/users.ts'
import { userState } from './users.columns.ts'

/** What is known of an account that something is to be done to. */
export type TargetRow = NonNullable<Awaited<ReturnType<typeof findTarget>>>

/** The account, or undefined. Locked when it is going to be changed; whoever changes its grants or links takes this lock too. */
export async function findTarget(db: Db, id: string, lock: boolean) {
  const { name, email, version } = users
  const query = db.select({ id: users.id, name, email, state: userState, version }).from(users).where(eq(users.id, id))
  const [row] = await (lock ? query.for('no key update') : query)
  return row
}

/** A grant with the path of its unit; null where it is over the whole site. */
export interface GrantRow extends Grant {
  id: string
  unitPath: string[] | null
}

/** A person's grants, in the order in which they are shown. */
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

/** Closes the person's links that somebody else than this one made; those that he asked for himself, and the operator's, stay. */
export async function revokeLinksOfOthers(tx: Db, userId: string, makerId: string | null): Promise<void> {
  const { usedAt, revokedAt, createdBy } = passwordLinks
  const isOfOthers = and(isNotNull(createdBy), sql`${createdBy} IS DISTINCT FROM ${makerId}`)
  await tx
    .update(passwordLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(passwordLinks.userId, userId), isNull(usedAt), isNull(revokedAt), isOfOthers))
}

/** Writes the fields, none where only something beside the row has changed, and counts the version up. */
export async function updateUser(tx: Db, id: string, fields: { name?: string; email?: string } = {}): Promise<void> {
  await tx
    .update(users)
    .set({ ...fields, version: sql`${users.version} + 1` })
    .where(eq(users.id, id))
}

/** Since now, or no longer. Counts the version up. */
export async function setDisabled(tx: Db, id: string, disabled: boolean): Promise<void> {
  await tx
    .update(users)
    .set({ disabledAt: disabled ? sql`now()` : null, version: sql`${users.version} + 1` })
    .where(eq(users.id, id))
}
