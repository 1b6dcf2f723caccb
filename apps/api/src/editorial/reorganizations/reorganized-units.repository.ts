import type { Reorganization } from '@bantin/shared/reorganizations'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { unitNames, unitParents, unitSuccessions, units } from '../../db/schema/units.ts'

const list = (ids: string[]) => sql`${sql.param(ids)}::uuid[]`

/** What the first of these units that stands below another one stands below on the day, or just before it, if that does not end with them. */
export async function findParent(tx: Db, on: string, unitIds: string[]): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    SELECT p.parent_id AS id FROM unnest(${list(unitIds)}) WITH ORDINALITY AS u (id, place)
    JOIN unit_parents p ON p.unit_id = u.id AND p.period && daterange(${on}::date - 1, ${on}::date, '[]')
    WHERE p.parent_id <> ALL (${list(unitIds)}) ORDER BY u.place, p.period DESC LIMIT 1`)
  return rows[0]?.id ?? null
}

interface InsertedUnit {
  id: string
  slug: string
  name: string
  shortName?: string | null
  kind: (typeof units.$inferInsert)['kind']
  parentId: string | null
  on: string
}

/** A unit from the day on. */
export async function insertUnit(tx: Db, { id, slug, name, shortName = null, kind, parentId, on }: InsertedUnit): Promise<void> {
  const period = `[${on},)`
  await tx.insert(units).values({ id, slug, kind })
  await tx.insert(unitNames).values({ id: uuidv7(), unitId: id, name, shortName, period })
  if (parentId !== null) await tx.insert(unitParents).values({ id: uuidv7(), unitId: id, parentId, period })
}

export async function closeUnits(tx: Db, on: string, unitIds: string[]): Promise<void> {
  await tx.execute(sql`UPDATE units SET closed_on = ${on}::date WHERE id = ANY (${list(unitIds)})`)
}

interface Successions {
  on: string
  endedIds: string[]
  successorIds: string[]
  kind: (typeof unitSuccessions.$inferInsert)['kind']
}

export async function insertSuccessions(tx: Db, { on, endedIds, successorIds, kind }: Successions): Promise<void> {
  await tx
    .insert(unitSuccessions)
    .values(endedIds.flatMap((fromUnitId) => successorIds.map((toUnitId) => ({ fromUnitId, toUnitId, onDay: on, kind }))))
}

/** Calls a unit otherwise from the day on, as long as the name of that day would have lasted. */
export async function renameUnit(tx: Db, plan: Extract<Reorganization, { verb: 'rename' }>): Promise<void> {
  const { on, unitId, name, shortName = null } = plan
  const { rows } = await tx.execute<{ id: string; begins: boolean }>(sql`
    SELECT id, lower(period) IS NOT DISTINCT FROM ${on}::date AS begins FROM unit_names WHERE unit_id = ${unitId} AND period @> ${on}::date`)
  const [row] = rows
  if (!row) return
  if (row.begins) {
    await tx.execute(sql`UPDATE unit_names SET name = ${name}, short_name = ${shortName} WHERE id = ${row.id}`)
    return
  }
  const { rows: kept } = await tx.execute<{ period: string }>(sql`
    SELECT (period * daterange(${on}::date, NULL))::text AS period FROM unit_names WHERE id = ${row.id}`)
  await tx.execute(sql`UPDATE unit_names SET period = period * daterange(NULL, ${on}::date) WHERE id = ${row.id}`)
  await tx.insert(unitNames).values({ id: uuidv7(), unitId, name, shortName, period: kept[0]?.period ?? '' })
}

/** Which of these units the site is of. */
export async function findRoot(tx: Db, unitIds: string[]): Promise<string | null> {
  const { rows } = await tx.execute<{ id: string }>(sql`SELECT root_unit_id AS id FROM sites WHERE root_unit_id = ANY (${list(unitIds)})`)
  return rows[0]?.id ?? null
}

export async function moveRoot(tx: Db, fromId: string, toId: string): Promise<void> {
  await tx.execute(sql`UPDATE sites SET root_unit_id = ${toId} WHERE root_unit_id = ${fromId}`)
  await tx.execute(sql`
    DELETE FROM grants g WHERE unit_id = ${fromId}
      AND EXISTS (SELECT FROM grants o WHERE o.user_id = g.user_id AND o.role = g.role AND o.unit_id = ${toId})`)
  await tx.execute(sql`UPDATE grants SET unit_id = ${toId} WHERE unit_id = ${fromId}`)
}

/** Whether the day is today or before. */
export async function hasCome(tx: Db, on: string): Promise<boolean> {
  const { rows } = await tx.execute<{ come: boolean }>(sql`SELECT ${on}::date <= published.today() AS come`)
  return rows[0]?.come ?? false
}

/** Everything that a reorganization of these units may touch: they, what stands above and below them, and blocs that they are in. */
export async function findConcerned(tx: Db, unitIds: string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    SELECT unnest(${list(unitIds)}) AS id
    UNION SELECT unit_id FROM unit_parents WHERE parent_id = ANY (${list(unitIds)})
    UNION SELECT parent_id FROM unit_parents WHERE unit_id = ANY (${list(unitIds)})
    UNION SELECT bloc_id FROM bloc_members WHERE unit_id = ANY (${list(unitIds)})`)
  return rows.map(({ id }) => id)
}

/** These units changed. */
export async function growVersions(tx: Db, unitIds: string[]): Promise<void> {
  await tx.execute(sql`UPDATE units SET version = version + 1 WHERE id = ANY (${list(unitIds)})`)
}
