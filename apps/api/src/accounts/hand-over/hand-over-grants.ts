import type { HandOverInput } from '@bantin/shared/hand-over'
import { maxGrants } from '@bantin/shared/users'
import type { Db } from '../../db/client.ts'
import { ProblemError } from '../../errors.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { giveGrants } from '../users/given-grants.ts'
import { deleteGrants } from '../users/grants.repository.ts'
import { bareGrant, includesGrant, noteGrants } from '../users/note-grants.ts'
import type { Target } from '../users/require-user.ts'
import type { Successor } from './require-successor.ts'

/**
 * Takes the person's roles away, and gives the successor those that he has not. Answers how many. They are the actor's to give and to
 * take: who may change the person administers each of their units. Throws `conflict` when the successor would have too many.
 */
export async function handOverGrants(
  tx: Db,
  actor: ActingPerson,
  leaver: Target,
  successor: Successor | null,
  choice: HandOverInput['grants'],
): Promise<number> {
  if (choice === 'leave' || leaver.grants.length === 0) return 0
  const gone = leaver.grants.map(bareGrant)
  const given = choice === 'give' && successor ? gone.filter((grant) => !includesGrant(successor.grants, grant)) : []
  if (successor && given.length > 0 && successor.grants.length + given.length > maxGrants) {
    throw new ProblemError('conflict', { detail: `Whoever takes over would have more than ${maxGrants} roles.` })
  }
  await deleteGrants(
    tx,
    leaver.grants.map(({ id }) => id),
  )
  await noteGrants(tx, actor, leaver, [])
  if (successor && given.length > 0) {
    await giveGrants(tx, successor.id, given)
    await noteGrants(tx, actor, successor, [...successor.grants, ...given])
  }
  return gone.length
}
