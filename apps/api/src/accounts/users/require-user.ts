import { type Actor, canOverUser, type UserAction } from '@bantin/shared/permissions'
import type { Db } from '../../db/client.ts'
import { findSite } from '../../db/find-site.ts'
import { ProblemError } from '../../errors.ts'
import { pathOfSite } from '../../guarded/site-permission.ts'
import { findGrants, type GrantRow } from './grants.repository.ts'
import { findTarget, lockUsers, type TargetRow } from './targets.repository.ts'

/** An account with its grants, and what permission over it depends on. */
export interface Target extends TargetRow {
  grants: GrantRow[]
  /** As `canOverUser` takes them. */
  paths: string[][]
}

/** The account, when the actor may do the action to it. Throws `not_found` when he may not see the person, `forbidden` when no more. */
export async function requireUser(db: Db, actor: Actor, action: UserAction, id: string): Promise<Target> {
  const row = await findTarget(db, id)
  if (!row) throw new ProblemError('not_found')
  const grants = await findGrants(db, id)
  const paths = await pathsOf(db, grants)
  if (!canOverUser(actor, 'users.read', paths)) throw new ProblemError('not_found')
  if (!canOverUser(actor, action, paths)) throw new ProblemError('forbidden')
  return { ...row, grants, paths }
}

/**
 * Likewise, locked for the transaction: for what is done to the person. Asked before too, so that whoever may not do it neither waits for
 * the account nor holds it up.
 */
export async function lockUser(tx: Db, actor: Actor, action: UserAction, id: string): Promise<Target> {
  await requireUser(tx, actor, action, id)
  await lockUsers(tx, [id])
  return await requireUser(tx, actor, action, id)
}

/** The paths of grants, for `canOverUser`: that of the site for one over all of it, and for nobody's. */
export async function pathsOf(db: Db, grants: { unitPath: string[] | null }[]): Promise<string[][]> {
  const site = pathOfSite(await findSite(db))
  return grants.length === 0 ? [site] : grants.map(({ unitPath }) => unitPath ?? site)
}
