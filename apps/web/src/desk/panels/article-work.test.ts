import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Actor, Role } from '@bantin/shared/permissions'
import { expect, test } from 'vitest'
import { nameFinder, rightsOf } from './article-work.ts'

const article = (part: Partial<EditorialArticle> = {}) =>
  ({
    workState: 'draft',
    publicState: 'none',
    policy: 'review',
    unitPath: ['office'],
    createdBy: 'lan',
    assignee: null,
    ...part,
  }) as EditorialArticle

const someone = (role: Role, userId = 'minh'): Actor => ({ userId, grants: [{ role, unitId: 'office' }] })

test('readers take no part, authors talk about their own, editors keep order', () => {
  const rights = (actor: Actor) => {
    const { mayEdit, mayComment, mayModerate } = rightsOf(actor, article())
    return [mayEdit, mayComment, mayModerate]
  }
  expect(rights(someone('auditor'))).toEqual([false, false, false])
  expect(rights(someone('reporter', 'lan'))).toEqual([true, true, false])
  expect(rights(someone('editor'))).toEqual([true, true, true])
})

test('who is asked to work on an article has the rights of its author', () => {
  expect(rightsOf(someone('reporter'), article({ assignee: { id: 'minh', name: 'Minh' } })).mayComment).toBe(true)
})

test.each([
  ['draft', 'lan', null],
  ['in_review', 'lan', 'recall'],
  ['in_review', 'minh', null],
  ['scheduled', 'minh', 'unschedule'],
] as const)('restoring in %s as %s: first %s', (workState, userId, first) => {
  expect(rightsOf(someone('editor', userId), article({ workState })).restoreAfter).toBe(first)
})

test('names are found among units, categories and authors', () => {
  const nameOf = nameFinder({
    units: [{ id: 'u', name: 'Văn phòng' }],
    categories: [{ id: 'c', name: 'Kinh tế' }],
    authors: [{ id: 'a', name: 'Hạnh' }],
    genres: [],
    articles: [],
    owners: [],
  })
  expect([nameOf('u'), nameOf('c'), nameOf('a'), nameOf('x')]).toEqual(['Văn phòng', 'Kinh tế', 'Hạnh', undefined])
})
