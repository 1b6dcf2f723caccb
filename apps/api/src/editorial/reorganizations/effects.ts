import type { Reorganization, ReorganizationEffects } from '@bantin/shared/reorganizations'
import type { Db } from '../../db/client.ts'
import type { TouchedRow } from '../../db/schema/reorganizations.ts'
import { countArticles, findHolders, findRoles, findUnitNames } from './effects.repository.ts'
import type { Ending } from './end-units.ts'

type Row = Record<string, unknown>
type Named = { id: string; name: string }

/** Says in words what the rows say that a reorganization touched. Units are called as they are before it. */
export async function effectsOf(
  tx: Db,
  plan: Reorganization,
  ending: Ending | undefined,
  touched: TouchedRow[],
): Promise<ReorganizationEffects> {
  const name = await namesOf(tx, plan.on, ending, touched)
  const endedIds = ending?.endedIds ?? []
  const of = (table: string) => touched.filter((row) => row.table === table)
  const begun = (table: string) => of(table).flatMap(({ before, after }) => (before === null && after !== null ? [after] : []))
  const over = (table: string) => of(table).flatMap(({ before }) => (before === null ? [] : [before]))
  return {
    on: plan.on,
    made: begun('units').map(({ id }) => name(id)),
    ended: endedIds.map((id) => ({ ...name(id), kind: ending?.kind ?? null, successors: (ending?.successorIds ?? []).map(name) })),
    renamed: plan.verb === 'rename' ? [{ ...name(plan.unitId), name: plan.name, before: name(plan.unitId).name }] : [],
    moved: movedUnits(begun('unit_parents'), over('unit_parents'), endedIds, name),
    appointments: await endedAppointments(tx, over('appointments'), ending, name),
    joined: begun('bloc_members').map((row) => ({ bloc: name(row.bloc_id), unit: name(row.unit_id) })),
    left: over('bloc_members').map((row) => ({ bloc: name(row.bloc_id), unit: name(row.unit_id) })),
    roles: (await findRoles(tx, endedIds)).map(({ user, role, unitId }) => ({ user, role, unit: name(unitId) })),
    articles: await countArticles(tx, endedIds),
  }
}

function movedUnits(begun: Row[], over: Row[], endedIds: string[], name: (id: unknown) => Named): ReorganizationEffects['moved'] {
  const placed = new Set(begun.map(({ unit_id }) => unit_id))
  const left = over.filter(({ unit_id }) => !placed.has(unit_id) && !endedIds.includes(String(unit_id)))
  return [
    ...begun.map((row) => ({ ...name(row.unit_id), below: name(row.parent_id) })),
    ...left.map((row) => ({ ...name(row.unit_id), below: null })),
  ]
}

async function endedAppointments(
  tx: Db,
  over: Row[],
  ending: Ending | undefined,
  name: (id: unknown) => Named,
): Promise<ReorganizationEffects['appointments']> {
  const [heirId, going] = [ending?.successorIds[0], ending?.appointmentIds]
  const holders = await findHolders(
    tx,
    over.map(({ post_id, person_id }) => ({ post_id, person_id })),
  )
  return holders.map(({ person, post, unitId }, index) => {
    const id = String(over[index]?.id)
    const goesOn = heirId !== undefined && (going?.includes(id) ?? true)
    return { id, person, post, unit: name(unitId), goesOnIn: goesOn ? name(heirId) : null }
  })
}

async function namesOf(tx: Db, on: string, ending: Ending | undefined, touched: TouchedRow[]): Promise<(id: unknown) => Named> {
  const rows = touched.flatMap(({ before, after }) => [before ?? {}, after ?? {}])
  const ids = rows.flatMap((row) => [row.unit_id, row.parent_id, row.bloc_id]).filter((id) => typeof id === 'string')
  const all = new Set([...ids, ...(ending?.endedIds ?? []), ...(ending?.successorIds ?? [])])
  const names = await findUnitNames(tx, [...all], on)
  return (id) => ({ id: String(id), name: names.get(String(id)) ?? '' })
}
