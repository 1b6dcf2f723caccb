import { type SQL, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'

const list = (ids: string[]) => sql`${sql.param(ids)}::uuid[]`

/** Ends what these units are called on the day. */
export async function endNames(tx: Db, on: string, unitIds: string[]): Promise<void> {
  await endRows(tx, 'unit_names', on, sql`t.unit_id = ANY (${list(unitIds)})`)
}

/** Ends where they stand, and that others stand below them. */
export async function endPlaces(tx: Db, on: string, unitIds: string[]): Promise<void> {
  await endRows(tx, 'unit_parents', on, sql`t.unit_id = ANY (${list(unitIds)}) OR t.parent_id = ANY (${list(unitIds)})`)
}

/** Ends their memberships, and those of others in them. */
export async function endMemberships(tx: Db, on: string, unitIds: string[]): Promise<void> {
  await endRows(tx, 'bloc_members', on, sql`t.unit_id = ANY (${list(unitIds)}) OR t.bloc_id = ANY (${list(unitIds)})`)
}

/** Ends appointments to their posts. */
export async function endAppointments(tx: Db, on: string, unitIds: string[]): Promise<void> {
  await endRows(tx, 'appointments', on, sql`t.post_id IN (SELECT p.id FROM posts p WHERE p.unit_id = ANY (${list(unitIds)}))`)
}

/** What lies behind the day goes, what lasts is cut. `t` is a row. */
async function endRows(tx: Db, table: string, on: string, where: SQL): Promise<void> {
  const name = sql.identifier(table)
  await tx.execute(sql`DELETE FROM ${name} t WHERE (${where}) AND lower(t.period) >= ${on}::date`)
  await tx.execute(sql`UPDATE ${name} t SET period = t.period * daterange(NULL, ${on}::date) WHERE (${where}) AND ${lasting(on)}`)
}

/** A place below a parent: of `child`, for a period from the day on. */
export interface Place {
  unitId: string
  parentId: string
  period: string
}

/** Where other units stand below these from the day on. */
export async function findPlacesBelow(tx: Db, on: string, unitIds: string[]): Promise<Place[]> {
  const { rows } = await tx.execute<{ unitId: string; parentId: string; period: string }>(sql`
    SELECT t.unit_id AS "unitId", t.parent_id AS "parentId", (${fromThen(on)})::text AS period FROM unit_parents t
    WHERE t.parent_id = ANY (${list(unitIds)}) AND t.unit_id <> ALL (${list(unitIds)}) AND ${lasting(on)} ORDER BY t.id`)
  return rows
}

export async function insertPlaces(tx: Db, places: Place[]): Promise<void> {
  for (const { unitId, parentId, period } of places) {
    await tx.execute(sql`
      INSERT INTO unit_parents (id, unit_id, parent_id, period) VALUES (${uuidv7()}, ${unitId}, ${parentId}, ${period}::daterange)`)
  }
}

export interface Membership {
  blocId: string
  period: string
}

/** In which blocs these units are from the day on. */
export async function findMemberships(tx: Db, on: string, unitIds: string[]): Promise<Membership[]> {
  const { rows } = await tx.execute<{ blocId: string; period: string }>(sql`
    SELECT t.bloc_id AS "blocId", (${fromThen(on)})::text AS period
    FROM bloc_members t WHERE t.unit_id = ANY (${sql.param(unitIds)}::uuid[]) AND ${lasting(on)} ORDER BY t.id`)
  return rows
}

/** Takes a unit into blocs, for the days on which it is not in them already. */
export async function joinBlocs(tx: Db, unitId: string, memberships: Membership[]): Promise<void> {
  for (const { blocId, period } of memberships) {
    await tx.execute(sql`
      INSERT INTO bloc_members (id, bloc_id, unit_id, period)
      SELECT gen_random_uuid(), ${blocId}, ${unitId}, free
      FROM unnest(datemultirange(${period}::daterange) - coalesce(
        (SELECT range_agg(period) FROM bloc_members WHERE bloc_id = ${blocId} AND unit_id = ${unitId}), '{}')) AS free`)
  }
}

/** From the day on. */
function fromThen(on: string): SQL {
  return sql`t.period * daterange(${on}::date, NULL)`
}

function lasting(on: string): SQL {
  return sql`NOT isempty(${fromThen(on)})`
}
