import type { EditorialUnit, EditorialUnitCard, EditorialUnitsQuery } from '@bantin/shared/editorial-units'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { unitNames, unitParents, units } from '../../db/schema/units.ts'
import { type Days, periodOf } from '../../lib/periods.ts'
import { isFoundByName } from '../found-by-name.columns.ts'

type Filters = Omit<EditorialUnitsQuery, 'limit' | 'cursor'>

const days = sql`'from', lower(period), 'through', upper(period) - 1`
const nameToday = (id: SQL) => sql`(published.unit_name(${id}, published.today())).name`

// `u` is a unit, `n` its name on a day.
const card = (
  parent: SQL,
) => sql`'id', u.id, 'version', u.version, 'slug', u.slug, 'kind', u.kind, 'name', n.name, 'shortName', n.short_name,
  'code', u.code, 'order', u."order", 'closedOn', u.closed_on, 'parent', ${parent}`
const byName = sql`n.name COLLATE "vi-x-icu"`

/** Units by name, behind the name and id of the last one before. */
export async function findUnits(db: Db, filters: Filters, after: string[] | undefined, limit: number): Promise<EditorialUnitCard[]> {
  const { q, parentId, kind, asOf = null, closed = false } = filters
  const day = sql`coalesce(${asOf}::date, published.today())`
  const name = closed
    ? sql`CROSS JOIN LATERAL published.unit_name(u.id, ${day}) n`
    : sql`JOIN unit_names n ON n.unit_id = u.id AND n.period @> ${day}`
  const parent = sql`CASE WHEN p.parent_id IS NOT NULL THEN json_build_object('id', p.parent_id, 'name', a.name) END`
  const conditions = [
    q === undefined ? undefined : sql`(u.code = ${q} OR ${isFoundByName('unit', sql`u.id`, q)})`,
    parentId && sql`p.parent_id = ${parentId}`,
    kind && sql`u.kind = ${kind}`,
    after && sql`(${byName}, u.id) > (${after[0]} COLLATE "vi-x-icu", ${after[1]}::uuid)`,
  ].filter((condition): condition is SQL => typeof condition === 'object')
  const { rows } = await db.execute<{ unit: EditorialUnitCard }>(sql`
    SELECT json_build_object(${card(parent)}) AS unit FROM units u ${name}
      ${closed ? lastParent(day) : parentOn(day)}
    WHERE ${and(sql`true`, ...conditions)} ORDER BY ${byName}, u.id LIMIT ${limit}`)
  return rows.map(({ unit }) => unit)
}

function parentOn(day: SQL): SQL {
  return sql`LEFT JOIN unit_parents p ON p.unit_id = u.id AND p.period @> ${day}
    LEFT JOIN unit_names a ON a.unit_id = p.parent_id AND a.period @> ${day}`
}

/** The same, and of a unit that is not there on the day what it stood below last, or will stand below first, in the order of `unit_name`. */
function lastParent(day: SQL): SQL {
  return sql`LEFT JOIN LATERAL (
      SELECT o.parent_id FROM unit_parents o WHERE o.unit_id = u.id AND (o.period @> ${day} OR NOT n.period @> ${day})
      ORDER BY o.period @> ${day} DESC, upper(o.period) <= ${day} DESC NULLS LAST,
        CASE WHEN upper(o.period) <= ${day} THEN upper(o.period) END DESC NULLS LAST, lower(o.period)
      LIMIT 1) p ON true
    LEFT JOIN LATERAL published.unit_name(p.parent_id, ${day}) a ON true`
}

/** The unit with all of its days, called as it is today, was last, or will be first; undefined when there is none. */
export async function findUnit(db: Db, id: string): Promise<EditorialUnit | undefined> {
  const parent = sql`(SELECT json_build_object('id', p.parent_id, 'name', ${nameToday(sql`p.parent_id`)})
    FROM unit_parents p WHERE p.unit_id = u.id AND p.period @> published.today())`
  const succession = (other: SQL, self: SQL) => sql`coalesce((
    SELECT json_agg(json_build_object('id', ${other}, 'name', ${nameToday(other)}, 'kind', s.kind, 'on', s.on_day) ORDER BY s.on_day, ${other})
    FROM unit_successions s WHERE ${self} = u.id), '[]')`
  const { rows } = await db.execute<{ unit: EditorialUnit }>(sql`
    SELECT json_build_object(${card(parent)}, 'codeScheme', u.code_scheme, 'contacts', u.contacts, 'openingHours', u.opening_hours,
      'unitPath', unit_path(u.id),
      'names', (SELECT json_agg(json_build_object('name', name, 'shortName', short_name, ${days}) ORDER BY period)
        FROM unit_names WHERE unit_id = u.id),
      'parents', coalesce((SELECT json_agg(json_build_object('parentId', parent_id, 'name', ${nameToday(sql`parent_id`)}, ${days}) ORDER BY period)
        FROM unit_parents WHERE unit_id = u.id), '[]'),
      'predecessors', ${succession(sql`s.from_unit_id`, sql`s.to_unit_id`)},
      'successors', ${succession(sql`s.to_unit_id`, sql`s.from_unit_id`)}) AS unit
    FROM units u CROSS JOIN LATERAL published.unit_name(u.id, published.today()) n WHERE u.id = ${id}`)
  return rows[0]?.unit
}

/** Keeps others from changing the unit until the transaction ends. */
export async function lockUnit(tx: Db, id: string): Promise<void> {
  await tx.select({ id: units.id }).from(units).where(eq(units.id, id)).for('update')
}

export type UnitRow = typeof units.$inferInsert

export async function insertUnit(tx: Db, row: UnitRow): Promise<void> {
  await tx.insert(units).values(row)
}

/** Of one or several fields; the next version. */
export async function updateUnit(tx: Db, id: string, fields: Partial<UnitRow>): Promise<void> {
  await tx
    .update(units)
    .set({ ...fields, version: sql`${units.version} + 1` })
    .where(eq(units.id, id))
}

type DatedName = Days & { name: string; shortName?: string | null }
type DatedParent = Days & { parentId: string }

/** Takes names away, then adds others. */
export async function changeNames(tx: Db, unitId: string, gone: DatedName[], added: DatedName[]): Promise<void> {
  if (gone.length > 0) await tx.delete(unitNames).where(and(eq(unitNames.unitId, unitId), inArray(unitNames.period, gone.map(periodOf))))
  const rows = added.map(({ name, shortName = null, ...of }) => ({ id: uuidv7(), unitId, name, shortName, period: periodOf(of) }))
  if (rows.length > 0) await tx.insert(unitNames).values(rows)
}

/** The same of parents. */
export async function changeParents(tx: Db, unitId: string, gone: DatedParent[], added: DatedParent[]): Promise<void> {
  if (gone.length > 0)
    await tx.delete(unitParents).where(and(eq(unitParents.unitId, unitId), inArray(unitParents.period, gone.map(periodOf))))
  const rows = added.map(({ parentId, ...of }) => ({ id: uuidv7(), unitId, parentId, period: periodOf(of) }))
  if (rows.length > 0) await tx.insert(unitParents).values(rows)
}

/** Deletes the unit with its own names and parents. Throws the database's error where something refers to it. */
export async function deleteUnit(tx: Db, id: string): Promise<void> {
  await tx.delete(unitNames).where(eq(unitNames.unitId, id))
  await tx.delete(unitParents).where(eq(unitParents.unitId, id))
  await tx.delete(units).where(eq(units.id, id))
}
