import type { MadeUnit, Reorganization, Successor } from '@bantin/shared/reorganizations'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import { noteNames } from '../../publication/search/note-names.ts'
import { freeSlug } from '../free-slug.ts'
import { isUnitSlug } from '../known-units.repository.ts'
import { type Ending, endUnits } from './end-units.ts'
import * as repository from './reorganized-units.repository.ts'

/** Does what a plan says, all but its name in the log. Answers what ended and what follows; nothing of a unit that is only called otherwise. */
export async function carryOut(tx: Db, plan: Reorganization): Promise<Ending | undefined> {
  if (plan.verb === 'rename') {
    await repository.renameUnit(tx, plan)
    await noteNames(tx, 'unit', plan.unitId, namesOf(plan))
    return undefined
  }
  const ending = await endingOf(tx, plan)
  await endUnits(tx, ending)
  return ending
}

/** The units that a plan names and that have to be there. */
export function namedUnits(plan: Reorganization): string[] {
  const ended = plan.verb === 'merge' ? plan.unitIds : [plan.unitId]
  return [...new Set([...ended, ...successorsIn(plan).flatMap(unitOf)])]
}

async function endingOf(tx: Db, plan: Exclude<Reorganization, { verb: 'rename' }>): Promise<Ending> {
  const endedIds = endedBy(plan)
  const successorIds: string[] = []
  for (const successor of successorsIn(plan)) {
    successorIds.push('id' in successor ? successor.id : await makeUnit(tx, plan.on, successor.make, endedIds))
  }
  const { on } = plan
  if (plan.verb === 'close') return { on, endedIds, successorIds, kind: null, appointmentIds: [] }
  const kind = ({ merge: 'merged', split: 'split', replace: 'replaced' } as const)[plan.verb]
  return { on, endedIds, successorIds, kind, appointmentIds: plan.appointmentIds }
}

/** A unit into which others are merged stays. */
function endedBy(plan: Exclude<Reorganization, { verb: 'rename' }>): string[] {
  if (plan.verb !== 'merge') return [plan.unitId]
  const { unitIds, into } = plan
  const ended = unitIds.filter((id) => !('id' in into && into.id === id))
  if (ended.length > 0) return ended
  throw fieldProblem('invalid_request', { in: 'body', pointer: '/unitIds', code: 'invalid', message: 'Name another unit that ends.' })
}

function successorsIn(plan: Reorganization): Successor[] {
  if (plan.verb === 'split') return plan.into
  return 'into' in plan ? [plan.into] : []
}

function unitOf(successor: Successor): string[] {
  if ('id' in successor) return [successor.id]
  return successor.make.parentId ? [successor.make.parentId] : []
}

async function makeUnit(tx: Db, on: string, made: MadeUnit, endedIds: string[]): Promise<string> {
  const id = uuidv7()
  const parentId = made.parentId === undefined ? await repository.findParent(tx, on, endedIds) : made.parentId
  const slug = await freeSlug(tx, { page: 'don-vi', slug: undefined, name: made.name, isTaken: isUnitSlug })
  await repository.insertUnit(tx, { ...made, id, slug, on, parentId })
  await noteNames(tx, 'unit', id, namesOf(made))
  return id
}

function namesOf({ name, shortName }: { name: string; shortName?: string | null }): string[] {
  return shortName ? [name, shortName] : [name]
}
