import { publicStates, workStates } from '@bantin/shared/lifecycle'
import { publishingPolicies, type Role } from '@bantin/shared/permissions'
import { describe, expect, test } from 'vitest'
import { availableVerbs, type DeskVerb } from './available-verbs.ts'
import { newSubject } from './situation.ts'
import { placesOf } from './verb-places.ts'

/** What the form and the notices about the state offer by themselves. */
const elsewhere = new Set<DeskVerb>(['edit', 'recall', 'unschedule', 'keepPublic', 'holdReason'])
const at = '2021-12-28T07:00:00+07:00'

test('whatever the states, the policy and the role, every verb that is available has exactly one place', () => {
  for (const role of ['reporter', 'editor', 'publisher', 'admin'] satisfies Role[]) {
    const actor = { userId: 'lan', grants: [{ role, unitId: null }] }
    for (const policy of publishingPolicies)
      for (const workState of workStates)
        for (const publicState of publicStates)
          for (const [unsaved, isOwn, forced] of [
            [false, false, true],
            [true, true, false],
            [false, true, false],
          ] as const) {
            const article = {
              ...newSubject({ userId: isOwn ? 'lan' : 'minh', grants: [] }, ['office'], policy),
              ...{ workState, publicState, edition: publicState === 'none' ? null : 1, minorDirect: true },
              isApproved: workState === 'approved' || workState === 'scheduled',
              unreviewed: forced ? { at, note: 'Bão', by: null } : null,
            }
            const available = availableVerbs(actor, article, unsaved)
            const { next, beside, draft, readers, other } = placesOf(available, article)
            const placed = [...(next ? [next] : []), ...beside, ...draft, ...readers, ...other]
            expect(placed.toSorted()).toEqual(available.filter((verb) => !elsewhere.has(verb)).toSorted())
          }
  }
})

describe('the next thing to do', () => {
  const next = (role: Role, part: Partial<ReturnType<typeof newSubject>>) => {
    const article = { ...newSubject({ userId: 'minh', grants: [] }, ['office'], 'direct'), ...part }
    return placesOf(availableVerbs({ userId: 'lan', grants: [{ role, unitId: null }] }, article, false), article).next
  }

  test.each<[Role, Partial<ReturnType<typeof newSubject>>, DeskVerb | null]>([
    ['reporter', { createdBy: 'lan' }, 'submit'],
    ['publisher', {}, 'publish'],
    ['publisher', { policy: 'review' }, 'submit'],
    ['publisher', { policy: 'review', workState: 'in_review' }, 'approve'],
    ['editor', { workState: 'in_review' }, null],
    ['publisher', { policy: 'strict', workState: 'approved', isApproved: true }, 'publish'],
    ['publisher', { workState: 'scheduled' }, null],
    ['publisher', { workState: 'none', publicState: 'published', edition: 1 }, null],
    ['publisher', { workState: 'none', publicState: 'held', edition: 1 }, 'putBack'],
  ])('for a %s with %o', (role, part, verb) => {
    expect(next(role, part)).toBe(verb)
  })
})
