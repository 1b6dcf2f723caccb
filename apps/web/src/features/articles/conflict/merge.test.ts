import type { Body } from '@bantin/shared/body'
import { describe, expect, test } from 'vitest'
import { type ArticleValues, emptyValues } from '../form/article-values.ts'
import { compareWays, mergeWays } from './merge.ts'

const body = (...texts: string[]): Body => ({
  type: 'doc',
  content: texts.map((text, index) => ({ type: 'paragraph', attrs: { id: `b${index}` }, content: [{ type: 'text', text }] })),
})
const values = (part: Partial<ArticleValues>): ArticleValues => ({ ...emptyValues('u1'), title: 'Tít', body: body('Một'), ...part })

describe('two changes of one article', () => {
  test('in different fields need no choice: both are in the outcome', () => {
    const ways = { base: values({}), mine: values({ sapo: 'Sapo' }), theirs: values({ title: 'Tít mới' }) }
    expect(compareWays(ways)).toEqual({ both: [], mineOnly: ['sapo'], theirsOnly: ['title'] })
    expect(mergeWays(ways, [])).toEqual(values({ title: 'Tít mới', sapo: 'Sapo' }))
  })

  test('of one field are a choice, and nothing of mine goes over theirs unless it is chosen', () => {
    const ways = { base: values({}), mine: values({ body: body('Của tôi') }), theirs: values({ body: body('Của họ') }) }
    expect(compareWays(ways).both).toEqual(['body'])
    expect(mergeWays(ways, []).body).toEqual(body('Của họ'))
    expect(mergeWays(ways, ['body']).body).toEqual(body('Của tôi'))
  })

  test('to the same text are no conflict', () => {
    const ways = { base: values({}), mine: values({ title: 'Như nhau' }), theirs: values({ title: 'Như nhau' }) }
    expect(compareWays(ways)).toEqual({ both: [], mineOnly: [], theirsOnly: [] })
  })

  test('that differ only in the form of their diacritics are no conflict', () => {
    const ways = { base: values({}), mine: values({ title: 'Uỷ ban'.normalize('NFD') }), theirs: values({ title: 'Uỷ ban' }) }
    expect(compareWays(ways).both).toEqual([])
  })

  test('a field that is kept although they did not touch it stays mine', () => {
    const ways = { base: values({}), mine: values({ title: 'Của tôi', sapo: 'S' }), theirs: values({ title: 'Của họ' }) }
    expect(mergeWays(ways, [])).toEqual(values({ title: 'Của họ', sapo: 'S' }))
  })
})
