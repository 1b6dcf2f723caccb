import { addDays } from '@bantin/shared/days'
import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { unitNames, unitParents, units } from '../../db/schema/units.ts'
import { insertRows, rowsOf } from '../../db/write-rows.ts'
import { periodOf } from '../../lib/periods.ts'

/** A unit with what it is called and stands below from its first day on. */
export interface NewUnitRow {
  unit: Omit<typeof units.$inferInsert, 'version' | 'publishingPolicy' | 'closedOn'> & { id: string }
  name: string
  shortName: string | null
  parentId: string | null
  from: string | null
  through: string | null
}

export async function insertUnits(tx: Db, rows: NewUnitRow[]): Promise<void> {
  if (rows.length === 0) return
  const names = rows.map((row) => ({ id: uuidv7(), unitId: row.unit.id, name: row.name, shortName: row.shortName, period: periodOf(row) }))
  const places = rows.flatMap((row) =>
    row.parentId === null ? [] : [{ id: uuidv7(), unitId: row.unit.id, parentId: row.parentId, period: periodOf(row) }],
  )
  const ofUnits = rows.map(({ unit, through }) => ({ ...unit, closedOn: through === null ? null : addDays(through, 1) }))
  await insertRows(tx, [rowsOf(units, ...ofUnits), rowsOf(unitNames, ...names), rowsOf(unitParents, ...places)])
}

/** What is changed of a unit that is there: only what is said. */
export interface UnitChange {
  id: string
  fields: Partial<Pick<typeof units.$inferInsert, 'codeScheme' | 'code' | 'kind' | 'contacts' | 'openingHours' | 'order'>>
  name: { id: string; fields: Partial<{ name: string; shortName: string }> } | undefined
  from: string | undefined
  parent: { placeId: string | null; id: string } | undefined
}

export async function updateUnit(tx: Db, { id, fields, name, from, parent }: UnitChange): Promise<void> {
  await tx
    .update(units)
    .set({ ...fields, version: sql`${units.version} + 1` })
    .where(eq(units.id, id))
  if (name) await tx.update(unitNames).set(name.fields).where(eq(unitNames.id, name.id))
  if (from !== undefined) await beginOn(tx, id, from)
  if (parent) await standBelow(tx, id, parent)
}

/** Its first name, and the place that begins with it, begin on the day. */
async function beginOn(tx: Db, id: string, from: string): Promise<void> {
  await tx.execute(sql`
    WITH first AS (SELECT id, lower(period) AS day FROM unit_names WHERE unit_id = ${id} ORDER BY period LIMIT 1),
    placed AS (
      UPDATE unit_parents p SET period = daterange(${from}::date, upper(p.period)) FROM first
      WHERE p.unit_id = ${id} AND lower(p.period) IS NOT DISTINCT FROM first.day)
    UPDATE unit_names n SET period = daterange(${from}::date, upper(n.period)) FROM first WHERE n.id = first.id`)
}

async function standBelow(tx: Db, unitId: string, { placeId, id: parentId }: { placeId: string | null; id: string }): Promise<void> {
  if (placeId !== null) {
    await tx.update(unitParents).set({ parentId }).where(eq(unitParents.id, placeId))
    return
  }
  await tx.execute(sql`
    INSERT INTO unit_parents (id, unit_id, parent_id, period)
    SELECT ${uuidv7()}, ${unitId}, ${parentId}, range_merge(range_agg(period)) FROM unit_names WHERE unit_id = ${unitId}`)
}
