import type { HandOverInput } from '@bantin/shared/hand-over'
import type { Grant } from '@bantin/shared/permissions'
import { recordAudit } from '../../db/audit.ts'
import type { Db } from '../../db/client.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { giveGrants } from '../users/given-grants.ts'
import type { Target } from '../users/require-user.ts'
import { deleteGrants, updateUser } from '../users/targets.repository.ts'
import type { Successor } from './require-successor.ts'

/**
 * Takes the person's roles away, and gives the successor those that he has not. Answers how many. They are the actor's to give and to
 * take: who may change the person administers each of their units.
 */
export async function handOverGrants(
  tx: Db,
  actor: ActingPerson,
  leaver: Target,
  successor: Successor | null,
  choice: HandOverInput['grants'],
): Promise<number> {
  if (choice === 'leave' || leaver.grants.length === 0) return 0
  const gone = leaver.grants.map(named)
  const given = choice === 'give' && successor ? gone.filter((grant) => !successor.grants.some((one) => isSame(one, grant))) : []
  await deleteGrants(
    tx,
    leaver.grants.map(({ id }) => id),
  )
  await noteGrants(tx, actor, leaver, [])
  if (successor && given.length > 0) {
    await giveGrants(tx, actor, successor.id, given)
    await noteGrants(tx, actor, successor, [...successor.grants.map(named), ...given])
  }
  return gone.length
}

async function noteGrants(tx: Db, actor: ActingPerson, { id, version, grants }: Successor, after: Grant[]): Promise<void> {
  await updateUser(tx, id)
  const detail = { grants: { before: grants.map(named), after } }
  await recordAudit(tx, actor, { action: 'user.grant', entity: 'user', entityId: id, version: version + 1, fields: ['grants'], detail })
}

function named({ role, unitId }: Grant): Grant {
  return { role, unitId }
}

function isSame(one: Grant, other: Grant): boolean {
  return one.role === other.role && one.unitId === other.unitId
}
