import type { HandOverInput } from '@bantin/shared/hand-over'
import { type Actor, canOverUser } from '@bantin/shared/permissions'
import type { Db } from '../../db/client.ts'
import { fieldProblem, type ProblemError } from '../../errors.ts'
import { pathsOf, type Target } from '../users/require-user.ts'
import { findGrants, findTarget } from '../users/targets.repository.ts'
import { canTakeOver } from './hand-over.repository.ts'

/** Whoever takes over. */
export type Successor = Pick<Target, 'id' | 'version' | 'grants'>

/**
 * Whom the decisions name; null when nothing is given and nobody named. Throws `unknown_reference` for nobody where something is given,
 * and alike for who may not sign in, for the person himself, and for whom the actor cannot know of.
 */
export async function requireSuccessor(
  tx: Db,
  actor: Actor,
  leaver: Target,
  { to, ...choice }: Omit<HandOverInput, 'disable'>,
): Promise<Successor | null> {
  if (to === null) {
    if (Object.values(choice).includes('give')) throw wrongSuccessor('missing', 'Say who takes over.')
    return null
  }
  const account = await findTarget(tx, to, false)
  if (account?.state !== 'active' || to === leaver.id) throw nobody()
  const grants = await findGrants(tx, to)
  // Whoever has no role yet may be given those of the person.
  const isKnown = canOverUser(actor, 'users.read', await pathsOf(tx, grants)) || (await canTakeOver(tx, actor, leaver.id, to))
  if (!isKnown) throw nobody()
  return { id: to, version: account.version, grants }
}

function nobody(): ProblemError {
  return wrongSuccessor('unknown', 'Nobody who could take over has this id.')
}

function wrongSuccessor(code: string, message: string): ProblemError {
  return fieldProblem('unknown_reference', { in: 'body', pointer: '/to', code, message })
}
