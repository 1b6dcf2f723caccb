import type { Block, Body } from '@bantin/shared/body'
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
    const ways = { base: values({}), mine: values({ sapo: 'Của tôi' }), theirs: values({ sapo: 'Của họ' }) }
    expect(compareWays(ways).both).toEqual(['sapo'])
    expect(mergeWays(ways, []).sapo).toBe('Của họ')
    expect(mergeWays(ways, ['sapo']).sapo).toBe('Của tôi')
  })

  test('in different blocks of the text need no choice', () => {
    const ways = {
      base: values({ body: body('Một', 'Hai', 'Ba') }),
      mine: values({ body: body('Một', 'Hai', 'Ba của tôi') }),
      theirs: values({ body: body('Một của họ', 'Hai', 'Ba') }),
    }
    expect(compareWays(ways)).toEqual({ both: [], mineOnly: ['body'], theirsOnly: ['body'] })
    expect(mergeWays(ways, []).body).toEqual(body('Một của họ', 'Hai', 'Ba của tôi'))
  })

  test('of one block are a choice about that block, and the rest of the text is both', () => {
    const ways = {
      base: values({ body: body('Một', 'Hai', 'Ba') }),
      mine: values({ body: body('Một của tôi', 'Hai', 'Ba của tôi') }),
      theirs: values({ body: body('Một của họ', 'Hai của họ', 'Ba') }),
    }
    expect(compareWays(ways)).toEqual({ both: ['body/b0'], mineOnly: [], theirsOnly: [] })
    expect(mergeWays(ways, []).body).toEqual(body('Một của họ', 'Hai của họ', 'Ba của tôi'))
    expect(mergeWays(ways, ['body/b0']).body).toEqual(body('Một của tôi', 'Hai của họ', 'Ba của tôi'))
  })

  test('of a block that they removed: it is kept where it stood, or goes', () => {
    const [first, second] = body('Một', 'Hai').content as [Block, Block]
    const doc = (...content: Block[]): Body => ({ type: 'doc', content })
    const mine = body('Một', 'Hai của tôi')
    const ways = { base: values({ body: doc(first, second) }), mine: values({ body: mine }), theirs: values({ body: doc(first) }) }
    expect(compareWays(ways).both).toEqual(['body/b1'])
    expect(mergeWays(ways, []).body).toEqual(doc(first))
    expect(mergeWays(ways, ['body/b1']).body).toEqual(mine)
  })

  test('of the order of the blocks are a choice, and either keeps every block', () => {
    const [a, b, c, d] = body('Một', 'Hai', 'Ba', 'Bốn').content as [Block, Block, Block, Block]
    const doc = (...content: Block[]): Body => ({ type: 'doc', content })
    const ways = {
      base: values({ body: doc(a, b, c) }),
      mine: values({ body: doc(b, a, c) }),
      theirs: values({ body: doc(c, a, d, b) }),
    }
    expect(compareWays(ways).both).toEqual(['body/'])
    expect(mergeWays(ways, []).body).toEqual(doc(c, a, d, b))
    expect(mergeWays(ways, ['body/']).body).toEqual(doc(b, a, d, c))
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
