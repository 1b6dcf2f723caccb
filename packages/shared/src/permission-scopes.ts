import { type Action, type Actor, can, type Grant } from './permissions.ts'

/** Which articles an actor may read, for lists: all of these units and what is below them, and his own in those. */
export interface ReadableScope {
  units: string[] | 'all'
  ownInUnits: string[] | 'all'
}

/** The same decision as `can(actor, 'article.read', …)`, in the form that a query needs. */
export function readableScope(actor: Actor): ReadableScope {
  return { units: unitsOfGrantsFor(actor, 'article.read'), ownInUnits: unitsOf(actor.grants) }
}

/** The same decision as `canOverUser(actor, 'users.read', …)` in that form: people with a role in these units or below them. */
export function readableUserScope(actor: Actor): string[] | 'all' {
  return unitsOfGrantsFor(actor, 'users.read')
}

/** Likewise of `can(actor, 'clients.read', …)`: portals of these units or those below them. */
export function readableClientScope(actor: Actor): string[] | 'all' {
  return unitsOfGrantsFor(actor, 'clients.read')
}

/** The units of the grants that give the action by themselves. */
function unitsOfGrantsFor(actor: Actor, action: Action): string[] | 'all' {
  const gives = (grant: Grant) => can({ userId: null, grants: [grant] }, action, { unitPath: grant.unitId === null ? [] : [grant.unitId] })
  return unitsOf(actor.grants.filter(gives))
}

function unitsOf(grants: Grant[]): string[] | 'all' {
  return grants.some((grant) => grant.unitId === null) ? 'all' : grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId]))
}
