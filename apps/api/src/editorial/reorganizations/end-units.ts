import type { successionKinds } from '@bantin/shared/units'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import { findLasting, goOnIn } from './appointments.repository.ts'
import {
  endAppointments,
  endMemberships,
  endNames,
  endPlaces,
  findMemberships,
  findPlacesBelow,
  insertPlaces,
  joinBlocs,
} from './dated-rows.repository.ts'
import * as repository from './reorganized-units.repository.ts'

/** What ends, and what follows it: the first is the heir of all that belonged to it. */
export interface Ending {
  on: string
  endedIds: string[]
  successorIds: string[]
  kind: (typeof successionKinds)[number] | null
  /** Of appointments that go on in the heir; undefined where all do. */
  appointmentIds: string[] | undefined
}

/** Ends units on a day. What stood below them, their memberships and appointments go to the heir, the first of what follows. */
export async function endUnits(tx: Db, ending: Ending): Promise<void> {
  const { on, endedIds, successorIds, kind } = ending
  await movePlaces(tx, ending)
  await moveMemberships(tx, ending)
  await moveAppointments(tx, ending)
  await endNames(tx, on, endedIds)
  await repository.closeUnits(tx, on, endedIds)
  if (kind !== null) await repository.insertSuccessions(tx, { on, endedIds, successorIds, kind })
  await moveSite(tx, ending)
}

/** What stood below an ended unit stands below its heir; where there is none, or it is the heir itself, below what that one stood below. */
async function movePlaces(tx: Db, { on, endedIds, successorIds: [heirId] }: Ending): Promise<void> {
  const aboveId = await repository.findParent(tx, on, endedIds)
  const places = await findPlacesBelow(tx, on, endedIds)
  await endPlaces(tx, on, endedIds)
  const moved = places.flatMap((place) => {
    const parentId = heirId === undefined || heirId === place.unitId ? aboveId : heirId
    return parentId === null ? [] : [{ ...place, parentId }]
  })
  await insertPlaces(tx, moved)
}

async function moveMemberships(tx: Db, { on, endedIds, successorIds: [heirId] }: Ending): Promise<void> {
  const memberships = await findMemberships(tx, on, endedIds)
  await endMemberships(tx, on, endedIds)
  if (heirId !== undefined)
    await joinBlocs(
      tx,
      heirId,
      memberships.filter(({ blocId }) => !endedIds.includes(blocId)),
    )
}

async function moveAppointments(tx: Db, { on, endedIds, successorIds: [heirId], appointmentIds }: Ending): Promise<void> {
  const lasting = await findLasting(tx, on, endedIds)
  await endAppointments(tx, on, endedIds)
  if (heirId === undefined) return
  await goOnIn(
    tx,
    heirId,
    lasting.filter(({ id }) => appointmentIds?.includes(id) ?? true),
  )
}

/** The site goes on as its heir's, with everybody's roles over all of it: it has no days, so only what is done is done to it. */
async function moveSite(tx: Db, { on, endedIds, successorIds: [heirId] }: Ending): Promise<void> {
  const rootId = await repository.findRoot(tx, endedIds)
  if (rootId === null) return
  if (heirId === undefined || !(await repository.hasCome(tx, on))) {
    throw new ProblemError('conflict', { detail: 'The unit that the whole site is of ends in another one, on a day that has come.' })
  }
  await repository.moveRoot(tx, rootId, heirId)
}
