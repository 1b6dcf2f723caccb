/** Roles from least to most; each contains the ones before it. `auditor` stands apart: reads all, changes nothing. */
export const roles = ['reporter', 'editor', 'publisher', 'admin', 'auditor'] as const
export type Role = (typeof roles)[number]

/** How many people a publication needs, from the least strict: `review` asks a second person and can be forced, `strict` cannot. */
export const publishingPolicies = ['direct', 'review', 'strict'] as const
export type PublishingPolicy = (typeof publishingPolicies)[number]

/** A role over a unit and everything below it, or over the whole site when `unitId` is null. */
export interface Grant {
  role: Role
  unitId: string | null
}

/** `userId` is null when the operator or the clock acts. */
export interface Actor {
  userId: string | null
  grants: Grant[]
}

/** What permission depends on. `unitPath` is the owner unit followed by its parents up to the root; the site is its root unit. */
export interface Subject {
  unitPath: string[]
  createdBy?: string | null
  assigneeId?: string | null
  /** Approving: who wrote last, and whether a second person is asked for. */
  lastWriterId?: string | null
  policy?: PublishingPolicy
}

export const articleActions = [
  'article.read',
  'article.create',
  'article.edit',
  'article.comment',
  'article.moderate',
  'article.submit',
  'article.recall',
  'article.return',
  'article.assign',
  'article.delete',
  'article.approve',
  'article.publish',
  'article.hold',
  'article.withdraw',
  'article.redact',
] as const
export type ArticleAction = (typeof articleActions)[number]

export const siteActions = [
  'redirects.read',
  'redirects.change',
  'home.read',
  'home.change',
  'alerts.read',
  'alerts.change',
  'searches.read',
  'analytics.read',
  'drops.read',
  'reports.save',
  'abbreviations.read',
  'abbreviations.change',
  'settings.read',
  'settings.change',
  'reorganizations.read',
  'reorganizations.undo',
  'audit.read',
] as const
export type SiteAction = (typeof siteActions)[number]

/** What is done to users. */
export const userActions = ['users.read', 'users.change'] as const
export type UserAction = (typeof userActions)[number]

/** What is done to files of the media library. */
export const mediaActions = ['media.read', 'media.upload', 'media.change', 'media.delete'] as const
export type MediaAction = (typeof mediaActions)[number]

/** What is done to units, people, their posts and blocs. */
export const organizationActions = ['organization.read', 'units.change', 'people.change', 'appointments.change', 'blocs.change'] as const
export type OrganizationAction = (typeof organizationActions)[number]

/** What is done to portals, their keys and webhooks. */
export const clientActions = ['clients.read', 'clients.change'] as const
export type ClientAction = (typeof clientActions)[number]

export type Action = ArticleAction | SiteAction | UserAction | MediaAction | OrganizationAction | ClientAction

const atLeast: Record<Exclude<Role, 'auditor'>, number> = { reporter: 1, editor: 2, publisher: 3, admin: 4 }

/** The least role each action needs over the subject's unit; `author` is for nobody else. */
const needed: Record<Action, keyof typeof atLeast | 'author'> = {
  'article.create': 'reporter',
  'article.read': 'editor',
  'article.edit': 'editor',
  'article.comment': 'editor',
  'article.moderate': 'editor',
  'article.submit': 'editor',
  'article.recall': 'author',
  'article.return': 'editor',
  'article.assign': 'editor',
  'article.delete': 'editor',
  'article.approve': 'publisher',
  'article.publish': 'publisher',
  'article.hold': 'publisher',
  'article.withdraw': 'publisher',
  'article.redact': 'admin',
  'redirects.read': 'editor',
  'redirects.change': 'publisher',
  'home.read': 'editor',
  'home.change': 'publisher',
  'alerts.read': 'editor',
  'alerts.change': 'publisher',
  'searches.read': 'editor',
  'analytics.read': 'reporter',
  'drops.read': 'admin',
  'reports.save': 'publisher',
  'abbreviations.read': 'editor',
  'abbreviations.change': 'publisher',
  'settings.read': 'editor',
  'settings.change': 'admin',
  'reorganizations.read': 'admin',
  'reorganizations.undo': 'admin',
  'audit.read': 'admin',
  'users.read': 'admin',
  'users.change': 'admin',
  'media.read': 'reporter',
  'media.upload': 'reporter',
  'media.change': 'editor',
  'media.delete': 'editor',
  'organization.read': 'reporter',
  'units.change': 'admin',
  'people.change': 'publisher',
  'appointments.change': 'publisher',
  'blocs.change': 'publisher',
  'clients.read': 'editor',
  'clients.change': 'admin',
}

/** What its author may also do, from reporter on. */
const forAuthors = new Set<Action>(['article.read', 'article.edit', 'article.comment', 'article.submit', 'article.recall'])

/** What only who created or uploaded it may also do: a text is not its assignee's to throw away. */
const forCreators = new Set<Action>(['article.delete', 'media.change', 'media.delete'])

const forAuditors = new Set<Action>([
  'article.read',
  'redirects.read',
  'home.read',
  'alerts.read',
  'searches.read',
  'analytics.read',
  'drops.read',
  'abbreviations.read',
  'settings.read',
  'reorganizations.read',
  'audit.read',
  'users.read',
  'media.read',
  'organization.read',
  'clients.read',
])

/**
 * The library is one for the whole site, figures are of what is public, and so is the organization: whoever has a role anywhere looks at all
 * of it. People belong to no unit, only the posts that they hold.
 */
const anywhere = new Set<Action>(['media.read', 'analytics.read', 'organization.read', 'people.change'])

/** Whether the actor may do the action on the subject. Pure, closed, and the only place that decides. */
export function can(actor: Actor, action: Action, subject: Subject): boolean {
  if (action === 'article.approve' && needsSecondPerson(actor, subject)) return false
  return actor.grants.some(({ role, unitId }) => {
    const covers = anywhere.has(action) || unitId === null || subject.unitPath.includes(unitId)
    if (!covers) return false
    if (role === 'auditor') return forAuditors.has(action)
    const least = needed[action]
    if (least !== 'author' && atLeast[role] >= atLeast[least]) return true
    return (forAuthors.has(action) && isAuthor(actor, subject)) || (forCreators.has(action) && isCreator(actor, subject))
  })
}

/**
 * Whether the actor may do it to a person; `paths` are the unit paths of the person's grants, that of the site for a grant over all of
 * it and for somebody without any. To see him a role over one of them is enough; to change his account it takes a role over each, or
 * a unit's administrator could become whoever has a second role elsewhere.
 */
export function canOverUser(actor: Actor, action: UserAction, paths: string[][]): boolean {
  const may = (unitPath: string[]) => can(actor, action, { unitPath })
  return action === 'users.read' ? paths.some(may) : paths.length > 0 && paths.every(may)
}

/** Whether the actor created the article, or it is assigned to him. */
export function isAuthor({ userId }: Actor, { createdBy, assigneeId }: Pick<Subject, 'createdBy' | 'assigneeId'>): boolean {
  return userId !== null && (createdBy === userId || assigneeId === userId)
}

function isCreator({ userId }: Actor, { createdBy }: Subject): boolean {
  return userId !== null && createdBy === userId
}

/** Under `review` and `strict` nobody approves what he wrote last. */
export function needsSecondPerson({ userId }: Actor, { policy = 'direct', lastWriterId }: Subject): boolean {
  return policy !== 'direct' && userId !== null && lastWriterId === userId
}

/** The roles of which a site can ask a second factor. */
export function isAskedForSecondFactor(grants: Grant[]): boolean {
  return grants.some(({ role }) => role !== 'auditor' && atLeast[role] >= atLeast.publisher)
}
