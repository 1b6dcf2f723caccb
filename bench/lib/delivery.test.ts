import { bodyText } from '@bantin/shared/body/body-text'
import { detectLegacyFont } from '@bantin/shared/legacy-fonts'
import { slugOf } from '@bantin/shared/slug'
import { describe, expect, test } from 'vitest'
import { median, type Round, summary } from './compare.ts'
import { atLeast, atMost, besideBare, besideFew } from './delivery-rows.ts'
import { countSyllables, generatedArticle } from './generated-articles.ts'

describe('generated articles', () => {
  const articles = Array.from({ length: 300 }, (_, number) => generatedArticle(number))

  test('are the same each time, and no two alike', () => {
    expect(articles.map((_, number) => generatedArticle(number))).toEqual(articles)
    expect(new Set(articles.map(({ title }) => title)).size).toBe(300)
    expect(new Set(articles.map(({ body }) => bodyText(body))).size).toBe(300)
  })

  test('have some 500 syllables of text, and a title that has an address', () => {
    for (const { body, title } of articles) {
      expect(countSyllables(bodyText(body))).toBeGreaterThan(450)
      expect(countSyllables(bodyText(body))).toBeLessThan(550)
      expect(slugOf(title).length).toBeGreaterThan(20)
    }
  })

  test('pass for what people write', () => {
    expect(articles.map(({ title, body }) => detectLegacyFont(`${title} ${bodyText(body)}`))).toEqual(articles.map(() => null))
  })

  test('have words that are in every text, and words that are in few', () => {
    const withWord = (word: string) => articles.filter(({ body }) => ` ${bodyText(body).toLowerCase()} `.includes(` ${word} `)).length
    expect(withWord('và')).toBeGreaterThan(290)
    expect(withWord('công tác')).toBeGreaterThan(150)
    expect(withWord('tê giác')).toBeGreaterThan(0)
    expect(withWord('tê giác')).toBeLessThan(30)
  })

  test('came out one after the other, the first number last', () => {
    const ages = articles.map(({ minutesAgo }) => minutesAgo)
    expect(ages.toSorted((a, b) => a - b)).toEqual(ages)
  })
})

describe('rounds of two sides', () => {
  const round = (rate: number, cost: number): Round => ({ rate, cost })

  test('are summed up by the middle of their ratios, which one disturbed round does not move', () => {
    const pairs: [Round, Round][] = [
      [round(90, 11), round(100, 10)],
      [round(45, 22), round(50, 20)],
      [round(1, 900), round(100, 10)],
    ]
    const { ours, ratio } = summary(pairs)
    expect(ours).toEqual(round(45, 22))
    expect(ratio.rate).toBeCloseTo(0.9)
    expect(ratio.cost).toBeCloseTo(10 / 11)
  })

  test('of an even number have the mean of the two in the middle', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([7])).toBe(7)
  })

  test('reach a bar by processor time, and say what was measured', () => {
    const compared = summary([[round(50, 12), round(100, 10)]])
    expect(besideBare('list', compared, 0.8)).toMatchObject({
      row: { what: 'list', 'a second': 50, bare: 100, ratio: 0.5, 'ratio of µs': 0.83 },
      bar: { what: 'list: 0.83 × bare, at least 0.8', isReached: true },
    })
    expect(besideBare('list', compared, 0.85).bar?.isReached).toBe(false)
    expect(besideFew('list', compared, 1.2).bar).toEqual({ what: 'list: costs 1.2 ×, at most 1.2', isReached: true })
    expect(besideFew('list', compared, 1.1).bar?.isReached).toBe(false)
  })

  test('that measured nothing reach no bar', () => {
    expect(besideBare('list', summary([[round(0, Number.NaN), round(1, 1)]]), 0.8).bar?.isReached).toBe(false)
    expect(atMost('memory', Number.NaN, 180, 'MB').isReached).toBe(false)
    expect(atLeast('import', Number.NaN, 300, 'articles').isReached).toBe(false)
  })
})
