import type { HandOverInput } from '@bantin/shared/hand-over'
import { type Actor, canOverUser } from '@bantin/shared/permissions'
import type { Db } from '../../db/client.ts'
import { fieldProblem, type ProblemError } from '../../errors.ts'
import { findGrants } from '../users/grants.repository.ts'
import { pathsOf, type Target } from '../users/require-user.ts'
import { findTarget } from '../users/targets.repository.ts'
import { canTakeOver } from './hand-over.repository.ts'

/** Whoever takes over. */
export type Successor = Pick<Target, 'id' | 'version' | 'grants'>

/**
 * Whom the decisions name; null when nothing is given and nobody named. Throws `unknown_reference` for nobody where something is given,
 * and alike for who may not sign in, for the person himself, for whom the actor cannot know of, and where roles are given, for whom he
 * does not see.
 */
export async function requireSuccessor(
  tx: Db,
  actor: Actor,
  leaver: Target,
  { to, disable: _, ...choice }: HandOverInput,
): Promise<Successor | null> {
  if (to === null) {
    if (Object.values(choice).includes('give')) throw wrongSuccessor('missing', 'Say who takes over.')
    return null
  }
  const account = await findTarget(tx, to)
  if (account?.state !== 'active' || to === leaver.id) throw nobody()
  const grants = await findGrants(tx, to)
  const isSeen = canOverUser(actor, 'users.read', await pathsOf(tx, grants))
  // Roles change the account, so they are given to nobody whom the actor does not see; to whom he sees, also without a role yet.
  const isKnown = isSeen || (choice.grants !== 'give' && (await canTakeOver(tx, actor, leaver.id, to)))
  if (!isKnown) throw nobody()
  return { id: to, version: account.version, grants }
}

function nobody(): ProblemError {
  return wrongSuccessor('unknown', 'Nobody who could take over has this id.')
}

function wrongSuccessor(code: string, message: string): ProblemError {
  return fieldProblem('unknown_reference', { in: 'body', pointer: '/to', code, message })
}
