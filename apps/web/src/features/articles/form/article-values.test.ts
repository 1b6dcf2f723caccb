import type { Body } from '@bantin/shared/body'
import { describe, expect, test } from 'vitest'
import { type ArticleValues, changedFields, emptyValues, newArticleOf, patchOf } from './article-values.ts'

const values = (part: Partial<ArticleValues> = {}): ArticleValues => ({ ...emptyValues('u1'), title: 'Tít', ...part })
const paragraph = (text: string): Body => ({
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { id: 'b' }, content: [{ type: 'text', text }] }],
})

describe('what is sent', () => {
  test('are the changed fields and no others', () => {
    const before = values({ sapo: 'Cũ', body: paragraph('Một') })
    const after = { ...before, sapo: 'Mới' }
    expect(patchOf(after, changedFields(before, after))).toEqual({ sapo: 'Mới' })
  })

  test('clears with null what was emptied', () => {
    const before = values({ sapo: 'Cũ', kicker: 'Tít phụ', event: { startsOn: '2021-12-28', endsOn: '', place: 'Hội trường' } })
    const after = { ...before, sapo: ' ', kicker: '', event: { startsOn: '', endsOn: '', place: '' } }
    expect(patchOf(after, changedFields(before, after))).toEqual({ sapo: null, kicker: null, event: null })
  })

  test('of a new article is what holds something, with its owner', () => {
    const made = newArticleOf(values({ title: ' Tít ', body: paragraph('Một'), event: { startsOn: '2021-12-28', endsOn: '', place: '' } }))
    expect(made).toEqual({
      title: 'Tít',
      unitId: 'u1',
      body: paragraph('Một'),
      event: { startsOn: '2021-12-28', endsOn: null, place: null },
    })
  })

  test('never names the owner of an article that is there: it cannot be changed', () => {
    expect(patchOf(values(), ['unitId', 'title'])).toEqual({ title: 'Tít' })
  })
})

describe('a difference', () => {
  test('is not what the server normalizes: composed or not, invisible characters, spaces around', () => {
    const typed = values({ title: 'Ủy ban\u200b '.normalize('NFD'), body: paragraph('Đoạn\u00a0một'.normalize('NFD')) })
    expect(changedFields(values({ title: 'Ủy ban', body: paragraph('Đoạn một') }), typed)).toEqual([])
  })

  test('is not the order in which names stand in an object', () => {
    const bylines = [{ authorId: 'a1', role: 'text' as const }]
    expect(changedFields(values({ bylines }), values({ bylines: [{ role: 'text', authorId: 'a1' }] }))).toEqual([])
  })

  test('is the order of bylines', () => {
    const [first, second] = [
      { authorId: 'a1', role: 'text' as const },
      { authorId: 'a2', role: 'photo' as const },
    ]
    expect(changedFields(values({ bylines: [first, second] }), values({ bylines: [second, first] }))).toEqual(['bylines'])
  })
})
