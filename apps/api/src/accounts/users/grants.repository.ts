import type { Grant } from '@bantin/shared/permissions'
import type { GrantInput } from '@bantin/shared/users'
import { eq, inArray, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { units } from '../../db/schema/units.ts'
import { grants } from '../../db/schema/users.ts'

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

/** In the order given, in which they are shown. */
export async function insertGrants(tx: Db, userId: string, given: GrantInput[]): Promise<void> {
  if (given.length > 0) await tx.insert(grants).values(given.map((grant) => ({ id: uuidv7(), userId, ...grant })))
}
