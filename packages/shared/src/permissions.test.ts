import { describe, expect, test } from 'vitest'
import {
  type Action,
  type Actor,
  type ArticleAction,
  articleActions,
  type ClientAction,
  can,
  canOverUser,
  clientActions,
  isAskedForSecondFactor,
  isAuthor,
  needsSecondPerson,
  type OrganizationAction,
  organizationActions,
  publishingPolicies,
  type Role,
  roles,
  type SiteAction,
  type Subject,
  siteActions,
  type UserAction,
  userActions,
} from './permissions.ts'

const [root, unit, elsewhere] = ['root', 'unit', 'elsewhere']
const inUnit = { unitPath: [unit, root], createdBy: 'other', assigneeId: null, lastWriterId: 'other' }
const subjects = {
  'own article of the unit': { ...inUnit, createdBy: 'me', lastWriterId: 'me' },
  'article of the unit assigned to one': { ...inUnit, assigneeId: 'me' },
  "someone's article of the unit": inUnit,
  'own article elsewhere': { ...inUnit, unitPath: [elsewhere, root], createdBy: 'me' },
  'article elsewhere assigned to one': { ...inUnit, unitPath: [elsewhere, root], assigneeId: 'me' },
} satisfies Record<string, Subject>
type Relation = keyof typeof subjects

const admin: Role[] = ['admin']
const publisher: Role[] = ['publisher', ...admin]
const editor: Role[] = ['editor', ...publisher]
const reporter: Role[] = ['reporter', ...editor]

/** Readable as the specification: who may do what with someone's article, with a grant over its unit. Roles not named may not. */
const withSomeones: Record<ArticleAction, Role[]> = {
  'article.create': reporter,
  'article.read': [...editor, 'auditor'],
  'article.edit': editor,
  'article.comment': editor,
  'article.moderate': editor,
  'article.submit': editor,
  // Only whoever handed it in takes it back; a reviewer returns it.
  'article.recall': [],
  'article.return': editor,
  'article.assign': editor,
  'article.delete': editor,
  'article.approve': publisher,
  'article.publish': publisher,
  'article.hold': publisher,
  'article.withdraw': publisher,
  'article.redact': admin,
}
/** What being its author, or working on it, adds; but only who created it throws it away. */
const withOwn: Record<ArticleAction, Role[]> = {
  ...withSomeones,
  'article.read': [...reporter, 'auditor'],
  'article.edit': reporter,
  'article.comment': reporter,
  'article.submit': reporter,
  'article.recall': reporter,
  'article.delete': reporter,
}
const withForeign = Object.fromEntries(articleActions.map((action) => [action, []])) as unknown as Record<ArticleAction, Role[]>

const allowed: Record<Relation, Record<ArticleAction, Role[]>> = {
  'own article of the unit': withOwn,
  'article of the unit assigned to one': { ...withOwn, 'article.delete': editor },
  "someone's article of the unit": withSomeones,
  'own article elsewhere': withForeign,
  'article elsewhere assigned to one': withForeign,
}
const ofTheSite: Record<SiteAction, Role[]> = {
  'redirects.read': [...editor, 'auditor'],
  'redirects.change': publisher,
  'home.read': [...editor, 'auditor'],
  'home.change': publisher,
  'alerts.read': [...editor, 'auditor'],
  'alerts.change': publisher,
  'searches.read': [...editor, 'auditor'],
  'analytics.read': [...reporter, 'auditor'],
  'drops.read': [...admin, 'auditor'],
  'reports.save': publisher,
  'abbreviations.read': [...editor, 'auditor'],
  'abbreviations.change': publisher,
  'settings.read': [...editor, 'auditor'],
  'settings.change': admin,
  'reorganizations.read': [...admin, 'auditor'],
  'reorganizations.undo': admin,
  'audit.read': [...admin, 'auditor'],
}

/** Over the unit of a post, over a bloc, or over the unit itself; people have none. */
const ofOrganization: Record<OrganizationAction, Role[]> = {
  'organization.read': [...reporter, 'auditor'],
  'units.change': admin,
  'people.change': publisher,
  'appointments.change': publisher,
  'blocs.change': publisher,
}
const ofClients: Record<ClientAction, Role[]> = { 'clients.read': [...editor, 'auditor'], 'clients.change': admin }

/** Users by where their roles are, seen by somebody with a role over the unit. */
const users = {
  'of the unit': [[unit, root]],
  'of the unit and another one': [
    [unit, root],
    [elsewhere, root],
  ],
  'of another unit': [[elsewhere, root]],
  'of the whole site, or without a role': [[root]],
} satisfies Record<string, string[][]>
type Whereabouts = keyof typeof users
const overUsers: Record<Whereabouts, Record<UserAction, Role[]>> = {
  'of the unit': { 'users.read': [...admin, 'auditor'], 'users.change': admin },
  'of the unit and another one': { 'users.read': [...admin, 'auditor'], 'users.change': [] },
  'of another unit': { 'users.read': [], 'users.change': [] },
  'of the whole site, or without a role': { 'users.read': [], 'users.change': [] },
}

const actor = (role: Role, unitId: string | null): Actor => ({ userId: 'me', grants: [{ role, unitId }] })
const relations = Object.keys(subjects) as Relation[]
const mayDo = (action: Action, subject: Subject) => roles.filter((role) => can(actor(role, unit), action, subject))
/** In the order of roles, so that they can be compared. */
const sorted = (some: Role[]) => roles.filter((role) => some.includes(role))

describe('can()', () => {
  test.each(relations.flatMap((relation) => articleActions.map((action) => ({ relation, action }))))(
    '$action: who may with an $relation',
    ({ relation, action }) => expect(mayDo(action, subjects[relation])).toEqual(sorted(allowed[relation][action])),
  )

  test.each(siteActions)('%s: who may, with a grant over the root unit or all', (action) => {
    expect(mayDo(action, { unitPath: [unit] })).toEqual(sorted(ofTheSite[action]))
    expect(roles.filter((role) => can(actor(role, null), action, { unitPath: [root] }))).toEqual(sorted(ofTheSite[action]))
    // Figures are of what is public: a role anywhere is enough to read them.
    expect(mayDo(action, { unitPath: [root] })).toEqual(action === 'analytics.read' ? sorted(ofTheSite[action]) : [])
  })

  test.each(organizationActions)('%s: who may, with a grant over the unit, and elsewhere', (action) => {
    const isAnywhere = action === 'organization.read' || action === 'people.change'
    expect(mayDo(action, { unitPath: [unit, root] })).toEqual(sorted(ofOrganization[action]))
    expect(mayDo(action, { unitPath: [elsewhere, root] })).toEqual(isAnywhere ? sorted(ofOrganization[action]) : [])
  })

  test.each(clientActions)('%s: who may, with a grant over the unit, and elsewhere', (action) => {
    expect(mayDo(action, { unitPath: [unit, root] })).toEqual(sorted(ofClients[action]))
    expect(mayDo(action, { unitPath: [elsewhere, root] })).toEqual([])
  })

  const userCases = (Object.keys(users) as Whereabouts[]).flatMap((where) => userActions.map((action) => ({ where, action })))
  test.each(userCases)('$action: who may with a user $where', ({ where, action }) => {
    const may = (unitId: string | null) => roles.filter((role) => canOverUser(actor(role, unitId), action, users[where]))
    expect(may(unit)).toEqual(sorted(overUsers[where][action]))
    for (const whole of [null, root]) expect(may(whole)).toEqual(sorted(overUsers['of the unit'][action]))
  })

  test('who administers both units of a person may change him, and who has less over one of them may not', () => {
    const withBoth = (role: Role): Actor => ({ userId: 'me', grants: [...actor('admin', unit).grants, ...actor(role, elsewhere).grants] })
    const mayChange = roles.filter((role) => canOverUser(withBoth(role), 'users.change', users['of the unit and another one']))
    expect(mayChange).toEqual(admin)
  })

  test('nobody may change a person of whom nothing is known', () =>
    expect(canOverUser(actor('admin', null), 'users.change', [])).toBe(false))

  test('a grant over the whole site or over a parent covers every unit below', () => {
    for (const unitId of [null, root]) {
      expect(can(actor('publisher', unitId), 'article.publish', subjects['own article elsewhere'])).toBe(true)
    }
  })

  test('a grant over a unit covers nothing of its parent', () => {
    for (const action of articleActions) expect(can(actor('admin', unit), action, { unitPath: [root] })).toBe(false)
  })

  test('two grants add up, and neither reaches into the other one’s unit', () => {
    const both: Actor = { userId: 'me', grants: [...actor('reporter', unit).grants, ...actor('auditor', elsewhere).grants] }
    expect(can(both, 'article.create', { unitPath: [unit] })).toBe(true)
    expect(can(both, 'article.read', { unitPath: [elsewhere] })).toBe(true)
    expect(can(both, 'article.create', { unitPath: [elsewhere] })).toBe(false)
  })

  test('nobody without a grant, and nobody is an author by being nobody', () => {
    const nobody: Actor = { userId: null, grants: [{ role: 'reporter', unitId: unit }] }
    for (const action of articleActions) {
      expect(can({ userId: 'me', grants: [] }, action, subjects['own article of the unit'])).toBe(false)
      if (action !== 'article.create') expect(can(nobody, action, { unitPath: [unit], createdBy: null, assigneeId: null })).toBe(false)
    }
    expect(isAuthor(nobody, { createdBy: null, assigneeId: null })).toBe(false)
  })
})

describe('the second person', () => {
  const own = subjects['own article of the unit']
  test.each(publishingPolicies)('under %s: whether the last writer may approve', (policy) => {
    const last = { ...inUnit, policy, lastWriterId: 'me' }
    expect(mayDo('article.approve', last)).toEqual(policy === 'direct' ? publisher : [])
    expect(mayDo('article.approve', { ...last, lastWriterId: 'other' })).toEqual(publisher)
    expect(needsSecondPerson(actor('admin', null), last)).toBe(policy !== 'direct')
  })

  test('may be its author, when somebody else wrote last', () => {
    expect(mayDo('article.approve', { ...own, policy: 'strict', lastWriterId: 'other' })).toEqual(publisher)
  })

  test('is asked for approving only: nothing else depends on who wrote last', () => {
    for (const action of articleActions.filter((one) => one !== 'article.approve')) {
      expect(mayDo(action, { ...own, policy: 'strict' })).toEqual(mayDo(action, { ...own, lastWriterId: 'other' }))
    }
  })

  test('is nobody when nobody wrote: the command line approves what it brought in', () => {
    const operator: Actor = { userId: null, grants: [{ role: 'admin', unitId: null }] }
    expect(can(operator, 'article.approve', { unitPath: [unit], policy: 'strict', lastWriterId: null })).toBe(true)
  })
})

test('the second factor can be asked of publishers and administrators, wherever they are', () => {
  const asked = (unitId: string | null) => roles.filter((role) => isAskedForSecondFactor([{ role, unitId }]))
  for (const where of [unit, null]) expect(asked(where)).toEqual(['publisher', 'admin'])
  expect(isAskedForSecondFactor([])).toBe(false)
})
