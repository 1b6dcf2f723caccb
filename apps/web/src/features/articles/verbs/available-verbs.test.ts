import type { Role } from '@bantin/shared/permissions'
import { describe, expect, test } from 'vitest'
import { availableVerbs, waitsForSecondPerson } from './available-verbs.ts'
import { newSubject, type VerbSubject } from './situation.ts'

const actor = (role: Role, unitId: string | null = 'office') => ({ userId: 'lan', grants: [{ role, unitId }] })
const article = (part: Partial<VerbSubject> = {}): VerbSubject => ({
  ...newSubject({ userId: 'someone', grants: [] }, ['team', 'office', 'province'], 'direct'),
  ...part,
})
const published = { workState: 'none', publicState: 'published', edition: 1 } as const
const assignee = { id: 'lan', name: 'Lan' }
const forced = { at: '2021-12-28T07:00:00+07:00', note: 'Bão', by: null }

describe('the verbs that are offered', () => {
  test.each<[string, Partial<VerbSubject>, boolean, string[]]>([
    ['a draft', {}, false, ['edit', 'submit', 'publish', 'schedule', 'delete', 'assign', 'duplicate']],
    ['a draft under review', { policy: 'review' }, false, ['edit', 'submit', 'publishForced', 'delete', 'assign', 'duplicate']],
    ['a draft under strict', { policy: 'strict' }, false, ['edit', 'submit', 'delete', 'assign', 'duplicate']],
    ['what waits for review', { workState: 'in_review', policy: 'strict' }, false, ['edit', 'approve', 'return', 'assign', 'duplicate']],
    [
      'the same that he made himself',
      { workState: 'in_review', policy: 'strict', createdBy: 'lan' },
      false,
      ['recall', 'approve', 'return', 'assign', 'duplicate'],
    ],
    [
      'the same under review that he changed and did not save',
      { workState: 'in_review', policy: 'review' },
      true,
      ['edit', 'return', 'publishForced', 'assign', 'duplicate'],
    ],
    [
      'what is approved',
      { workState: 'approved', policy: 'strict', isApproved: true },
      false,
      ['edit', 'return', 'publish', 'schedule', 'assign', 'duplicate'],
    ],
    [
      'the same that he changed',
      { workState: 'approved', policy: 'strict', isApproved: true },
      true,
      ['edit', 'submit', 'delete', 'assign', 'duplicate'],
    ],
    ['what is scheduled', { workState: 'scheduled', policy: 'strict', isApproved: true }, false, ['unschedule', 'assign', 'duplicate']],
    ['what is published', published, false, ['edit', 'hold', 'withdraw', 'redirect', 'remove', 'assign', 'duplicate']],
    [
      'the same with unsaved text',
      published,
      true,
      ['edit', 'submit', 'publish', 'schedule', 'hold', 'withdraw', 'redirect', 'remove', 'assign', 'duplicate'],
    ],
    [
      'the same under strict, where minor editions need nobody else',
      { ...published, policy: 'strict', minorDirect: true },
      true,
      ['edit', 'submit', 'publishMinor', 'hold', 'withdraw', 'redirect', 'remove', 'assign', 'duplicate'],
    ],
    [
      'what was published by force',
      { ...published, policy: 'review', unreviewed: forced },
      false,
      ['edit', 'approveAfterwards', 'hold', 'withdraw', 'redirect', 'remove', 'assign', 'duplicate'],
    ],
    [
      'what is to be withdrawn at a time',
      { ...published, plannedWithdrawal: { at: forced.at, reason: 'Hết hạn' } },
      false,
      ['edit', 'keepPublic', 'hold', 'withdraw', 'redirect', 'remove', 'assign', 'duplicate'],
    ],
    [
      'what is held since long',
      { ...published, publicState: 'held', hold: { reason: null, at: forced.at } },
      false,
      ['edit', 'putBack', 'withdraw', 'redirect', 'remove', 'assign', 'duplicate'],
    ],
    [
      'what was held now without a reason',
      { ...published, publicState: 'held', hold: { reason: null, at: new Date().toISOString() } },
      false,
      ['edit', 'holdReason', 'putBack', 'withdraw', 'redirect', 'remove', 'assign', 'duplicate'],
    ],
    [
      'what was held now with a reason',
      { ...published, publicState: 'held', hold: { reason: 'Sai', at: new Date().toISOString() } },
      false,
      ['edit', 'putBack', 'withdraw', 'redirect', 'remove', 'assign', 'duplicate'],
    ],
    [
      'what is withdrawn',
      { ...published, publicState: 'withdrawn' },
      false,
      ['edit', 'hold', 'putBack', 'redirect', 'remove', 'assign', 'duplicate'],
    ],
    ['what is redirected', { ...published, publicState: 'redirected' }, false, ['edit', 'putBack', 'remove', 'assign', 'duplicate']],
    ['what is removed', { ...published, publicState: 'removed' }, false, ['edit', 'putBack', 'assign', 'duplicate']],
    ['the same when it was redacted', { ...published, publicState: 'removed', isRedacted: true }, false, ['edit', 'assign', 'duplicate']],
  ])('to a publisher for %s', (_name, part, unsaved, expected) => {
    expect(availableVerbs(actor('publisher'), article(part), unsaved)).toEqual(expected)
  })

  test.each<[Role, Partial<VerbSubject>, string[]]>([
    ['editor', {}, ['edit', 'submit', 'delete', 'assign', 'duplicate']],
    ['editor', { workState: 'in_review' }, ['edit', 'return', 'assign', 'duplicate']],
    ['editor', { workState: 'approved', isApproved: true }, ['edit', 'return', 'assign', 'duplicate']],
    ['reporter', {}, []],
    ['reporter', { createdBy: 'lan' }, ['edit', 'submit', 'delete', 'duplicate']],
    ['reporter', { assignee }, ['edit', 'submit', 'duplicate']],
    ['reporter', { assignee, workState: 'in_review' }, ['recall', 'duplicate']],
    ['reporter', { createdBy: 'lan', workState: 'scheduled' }, ['duplicate']],
    ['auditor', { createdBy: 'lan' }, []],
    ['admin', published, ['edit', 'hold', 'withdraw', 'redirect', 'remove', 'redact', 'assign', 'duplicate']],
  ])('to a %s of the unit for %o', (role, part, expected) => {
    expect(availableVerbs(actor(role), article(part), false)).toEqual(expected)
  })

  test('stop at the units of the grant', () => {
    expect(availableVerbs(actor('publisher', 'other'), article(), false)).toEqual([])
    expect(availableVerbs(actor('publisher', null), article({ workState: 'in_review' }), false)).toContain('approve')
  })
})

describe('a second person is waited for', () => {
  const inReview = { workState: 'in_review', policy: 'review', createdBy: 'lan', lastWriterId: 'lan' } as const
  const waits = (role: Role, part: Partial<VerbSubject>, unsaved = false) => waitsForSecondPerson(actor(role), article(part), unsaved)

  test('where a publisher wrote last himself, or is about to, or published by force', () => {
    expect(waits('publisher', inReview)).toBe(true)
    expect(waits('publisher', { ...inReview, createdBy: 'someone', lastWriterId: 'someone' }, true)).toBe(true)
    expect(waits('publisher', { ...published, policy: 'review', lastWriterId: 'lan', unreviewed: forced })).toBe(true)
    expect(availableVerbs(actor('publisher'), article(inReview), false)).not.toContain('approve')
  })

  test('and in no other case', () => {
    expect(waits('publisher', { ...inReview, policy: 'direct' })).toBe(false)
    expect(waits('publisher', { ...inReview, lastWriterId: 'someone' })).toBe(false)
    expect(waits('publisher', { ...inReview, workState: 'draft' })).toBe(false)
    expect(waits('editor', inReview)).toBe(false)
  })
})
