import { describe, expect, test } from 'vitest'
import { readableScope, readableUserScope } from './permission-scopes.ts'
import { type Actor, can, canOverUser, isAuthor, type Role, roles } from './permissions.ts'

const [root, unit, elsewhere] = ['root', 'unit', 'elsewhere']
const actor = (role: Role, unitId: string | null): Actor => ({ userId: 'me', grants: [{ role, unitId }] })
const isWithin = (units: string[] | 'all', path: string[]) => units === 'all' || path.some((id) => units.includes(id))

const cases = roles.flatMap((role) => [unit, root, null].map((unitId) => ({ role, unitId })))

describe('readableScope()', () => {
  const places = [unit, elsewhere].map((id) => [id, root])
  const hands = [
    { createdBy: 'me', assigneeId: null },
    { createdBy: 'other', assigneeId: 'me' },
    { createdBy: 'other', assigneeId: null },
  ]
  const subjects = places.flatMap((unitPath) => hands.map((hand) => ({ unitPath, ...hand })))

  test.each(cases)('says the same as can() for $role over $unitId', ({ role, unitId }) => {
    const me = actor(role, unitId)
    const scope = readableScope(me)
    for (const subject of subjects) {
      const listed = isWithin(scope.units, subject.unitPath) || (isAuthor(me, subject) && isWithin(scope.ownInUnits, subject.unitPath))
      expect(listed).toBe(can(me, 'article.read', subject))
    }
  })
})

describe('readableUserScope()', () => {
  const people = [
    [[unit, root]],
    [
      [unit, root],
      [elsewhere, root],
    ],
    [[elsewhere, root]],
    [[root]],
  ]

  test.each(cases)('says the same as canOverUser() for $role over $unitId', ({ role, unitId }) => {
    const scope = readableUserScope(actor(role, unitId))
    for (const paths of people) {
      const listed = paths.some((path) => isWithin(scope, path))
      expect(listed).toBe(canOverUser(actor(role, unitId), 'users.read', paths))
    }
  })
})
