import { type Actor, canOverUser, type Grant } from '@bantin/shared/permissions'
import type { GrantInput } from '@bantin/shared/users'
import type { Db } from '../../db/client.ts'
import { fieldProblem, ProblemError } from '../../errors.ts'
import { findLinkMakers, revokeLinksMadeBy } from '../password-links/password-links.repository.ts'
import { findGrants, findUnitPaths, insertGrants } from './grants.repository.ts'
import { pathsOf } from './require-user.ts'
import { findTarget } from './targets.repository.ts'

/**
 * Passes when the actor may give and take each of these roles; without any, when he administers the site. Throws `forbidden`, also for a
 * unit that is not there, of which only who may give roles anywhere is told.
 */
export async function requireMayGive(db: Db, actor: Actor, given: Grant[]): Promise<void> {
  const paths = await findUnitPaths(db, unitsOf(given))
  const withPaths = given.map(({ unitId }) => ({ unitPath: unitId === null ? null : (paths.get(unitId) ?? [unitId]) }))
  if (!canOverUser(actor, 'users.change', await pathsOf(db, withPaths))) throw new ProblemError('forbidden')
}

/** Throws `unknown_reference` with the place of each unit that is not there. */
export async function requireUnits(db: Db, given: GrantInput[]): Promise<void> {
  const known = await findUnitPaths(db, unitsOf(given))
  const places = given.flatMap(({ unitId }, i) => (unitId === null || known.has(unitId) ? [] : [`/grants/${i}/unitId`]))
  const message = 'There is no unit with this id.'
  if (places.length > 0) {
    throw fieldProblem('unknown_reference', ...places.map((pointer) => ({ in: 'body' as const, pointer, code: 'unknown_unit', message })))
  }
}

/**
 * Gives a person more roles. A link to set his password is closed when whoever made it may not change the account as it is from now on:
 * he would come in with the new roles.
 */
export async function giveGrants(tx: Db, userId: string, given: GrantInput[]): Promise<void> {
  if (given.length === 0) return
  await insertGrants(tx, userId, given)
  const paths = await pathsOf(tx, await findGrants(tx, userId))
  for (const makerId of await findLinkMakers(tx, userId)) {
    const maker = { userId: makerId, grants: await findGrants(tx, makerId) }
    const isDisabled = (await findTarget(tx, makerId))?.state === 'disabled'
    if (isDisabled || !canOverUser(maker, 'users.change', paths)) await revokeLinksMadeBy(tx, makerId, userId)
  }
}

function unitsOf(given: Grant[]): string[] {
  return given.flatMap(({ unitId }) => unitId ?? [])
}
