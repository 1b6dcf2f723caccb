import type { Role } from '@bantin/shared/permissions'
import { describe, expect, test } from 'vitest'
import { availableVerbs, type VerbSubject } from './available-verbs.ts'

const actor = (role: Role, unitId: string | null = 'office') => ({ userId: 'lan', grants: [{ role, unitId }] })
const article = (part: Partial<VerbSubject> = {}): VerbSubject => ({
  workState: 'draft',
  publicState: 'none',
  unitPath: ['team', 'office', 'province'],
  createdBy: 'someone',
  ...part,
})

describe('the verbs that are offered', () => {
  test.each<[string, Partial<VerbSubject>, boolean, string[]]>([
    ['a draft', {}, false, ['edit', 'publish']],
    ['a published article with nothing new', { workState: 'none', publicState: 'published' }, false, ['edit', 'hold', 'withdraw']],
    ['the same with unsaved text', { workState: 'none', publicState: 'published' }, true, ['edit', 'publish', 'hold', 'withdraw']],
    ['a held article', { workState: 'none', publicState: 'held' }, false, ['edit', 'putBack', 'withdraw']],
    ['a withdrawn article', { workState: 'none', publicState: 'withdrawn' }, false, ['edit', 'hold', 'putBack']],
  ])('to a publisher for %s', (_name, states, unsaved, expected) => {
    expect(availableVerbs(actor('publisher'), article(states), unsaved)).toEqual(expected)
  })

  test.each<[Role, Partial<VerbSubject>, string[]]>([
    ['editor', {}, ['edit']],
    ['reporter', {}, []],
    ['reporter', { createdBy: 'lan' }, ['edit']],
    ['auditor', { createdBy: 'lan' }, []],
    ['admin', {}, ['edit', 'publish']],
  ])('to a %s of the unit for a draft %o', (role, part, expected) => {
    expect(availableVerbs(actor(role), article(part), false)).toEqual(expected)
  })

  test('stop at the units of the grant', () => {
    expect(availableVerbs(actor('publisher', 'other'), article(), false)).toEqual([])
    expect(availableVerbs(actor('publisher', null), article(), false)).toEqual(['edit', 'publish'])
  })
})
