import { describe, expect, test } from 'vitest'
import { type Action, type Actor, articleActions, can, type Role, readableScope, roles } from './permissions.ts'

const [root, unit, elsewhere] = ['root', 'unit', 'elsewhere']
const subjects = {
  'own article of the unit': { unitPath: [unit, root], createdBy: 'me' },
  "someone's article of the unit": { unitPath: [unit, root], createdBy: 'other' },
  'own article elsewhere': { unitPath: [elsewhere, root], createdBy: 'me' },
}
type Relation = keyof typeof subjects

/** Readable as the specification: who may do what on what, with a grant over the unit. Roles not named may not. */
const allowed: Record<Relation, Record<Action, Role[]>> = {
  'own article of the unit': {
    'article.read': ['reporter', 'editor', 'publisher', 'admin', 'auditor'],
    'article.create': ['reporter', 'editor', 'publisher', 'admin'],
    'article.edit': ['reporter', 'editor', 'publisher', 'admin'],
    'article.publish': ['publisher', 'admin'],
    'article.hold': ['publisher', 'admin'],
    'article.withdraw': ['publisher', 'admin'],
  },
  "someone's article of the unit": {
    'article.read': ['editor', 'publisher', 'admin', 'auditor'],
    'article.create': ['reporter', 'editor', 'publisher', 'admin'],
    'article.edit': ['editor', 'publisher', 'admin'],
    'article.publish': ['publisher', 'admin'],
    'article.hold': ['publisher', 'admin'],
    'article.withdraw': ['publisher', 'admin'],
  },
  'own article elsewhere': {
    'article.read': [],
    'article.create': [],
    'article.edit': [],
    'article.publish': [],
    'article.hold': [],
    'article.withdraw': [],
  },
}

const actor = (role: Role, unitId: string | null): Actor => ({ userId: 'me', grants: [{ role, unitId }] })
const cells = (Object.keys(subjects) as Relation[]).flatMap((relation) =>
  articleActions.flatMap((action) => roles.map((role) => ({ relation, action, role }))),
)

describe('can()', () => {
  test.each(cells)('$role: $action on $relation', ({ role, action, relation }) => {
    expect(can(actor(role, unit), action, subjects[relation])).toBe(allowed[relation][action].includes(role))
  })

  test('a grant over the whole site covers every unit', () => {
    expect(can(actor('publisher', null), 'article.publish', subjects['own article elsewhere'])).toBe(true)
  })

  test('a grant over a parent covers what is below it', () => {
    expect(can(actor('editor', root), 'article.edit', subjects["someone's article of the unit"])).toBe(true)
  })

  test('nobody without a grant, and nobody by being nobody', () => {
    expect(can({ userId: 'me', grants: [] }, 'article.read', subjects['own article of the unit'])).toBe(false)
    expect(can({ userId: null, grants: [{ role: 'reporter', unitId: unit }] }, 'article.read', { unitPath: [unit], createdBy: null })).toBe(
      false,
    )
  })
})

describe('readableScope()', () => {
  const scopes = roles.flatMap((role) => [unit, null].map((unitId) => ({ role, unitId })))
  test.each(scopes)('says the same as can() for $role over $unitId', ({ role, unitId }) => {
    const scope = readableScope(actor(role, unitId))
    const within = (units: string[] | 'all', path: string[]) => units === 'all' || path.some((id) => units.includes(id))
    for (const subject of Object.values(subjects)) {
      const listed = within(scope.units, subject.unitPath) || (subject.createdBy === 'me' && within(scope.ownInUnits, subject.unitPath))
      expect(listed).toBe(can(actor(role, unitId), 'article.read', subject))
    }
  })
})
