/** Roles from least to most; each contains the ones before it. `auditor` stands apart: reads all, changes nothing. */
export const roles = ['reporter', 'editor', 'publisher', 'admin', 'auditor'] as const
export type Role = (typeof roles)[number]

/** A role over a unit and everything below it, or over the whole site when `unitId` is null. */
export interface Grant {
  role: Role
  unitId: string | null
}

/** `userId` is null when the operator acts from the command line. */
export interface Actor {
  userId: string | null
  grants: Grant[]
}

/** What permission on an article depends on. `unitPath` is its owner unit followed by that unit's parents up to the root. */
export interface ArticleSubject {
  unitPath: string[]
  createdBy: string | null
}

export const articleActions = [
  'article.read',
  'article.create',
  'article.edit',
  'article.publish',
  'article.hold',
  'article.withdraw',
] as const
export type ArticleAction = (typeof articleActions)[number]

export type Action = ArticleAction

const atLeast: Record<Exclude<Role, 'auditor'>, number> = { reporter: 1, editor: 2, publisher: 3, admin: 4 }

/** The least role each action needs on an article of the unit. */
const needed: Record<ArticleAction, keyof typeof atLeast> = {
  'article.create': 'reporter',
  'article.read': 'editor',
  'article.edit': 'editor',
  'article.publish': 'publisher',
  'article.hold': 'publisher',
  'article.withdraw': 'publisher',
}

/** What a reporter may also do, with articles of his own. */
const ownArticle = new Set<Action>(['article.read', 'article.edit'])

/** Whether the actor may do the action on the subject. Pure, closed, and the only place that decides. */
export function can(actor: Actor, action: Action, subject: ArticleSubject): boolean {
  return actor.grants.some((grant) => {
    const covers = grant.unitId === null || subject.unitPath.includes(grant.unitId)
    if (!covers) return false
    if (grant.role === 'auditor') return action === 'article.read'
    if (atLeast[grant.role] >= atLeast[needed[action]]) return true
    return ownArticle.has(action) && actor.userId !== null && subject.createdBy === actor.userId
  })
}

/** Which articles an actor may read, for lists: all of these units and what is below them, and his own in those. */
export interface ReadableScope {
  units: string[] | 'all'
  ownInUnits: string[] | 'all'
}

/** The same decision as `can(actor, 'article.read', …)`, in the form that a query needs. */
export function readableScope(actor: Actor): ReadableScope {
  const unitsOf = (grants: Grant[]) =>
    grants.some((grant) => grant.unitId === null) ? 'all' : grants.flatMap((grant) => (grant.unitId === null ? [] : [grant.unitId]))
  const readsAll = (grant: Grant) =>
    can({ userId: null, grants: [grant] }, 'article.read', { unitPath: grant.unitId === null ? [] : [grant.unitId], createdBy: null })
  return { units: unitsOf(actor.grants.filter(readsAll)), ownInUnits: unitsOf(actor.grants) }
}
