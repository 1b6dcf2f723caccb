import { afterAll, beforeAll, expect, test } from 'vitest'
import { corpus } from '../../../test/relevance/corpus.ts'
import { type Judged, judge, queries, summaryOf } from '../../../test/relevance/judge.ts'
import { publishCorpus } from '../../../test/relevance/publish-corpus.ts'
import { gradesOf } from '../../../test/relevance/query.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let judged: Judged[]
beforeAll(async () => {
  it = await createTestApp({ limitsReads: false })
  const keys = await publishCorpus(it.database)
  expect(keys.size).toBeGreaterThanOrEqual(300)
  judged = await judge(async (q) => {
    const answer = await it.app.inject(`/api/v1/search?limit=10&q=${encodeURIComponent(q)}`)
    return answer.json().data.map(({ id }: { id: string }) => keys.get(id) ?? '')
  })
})
afterAll(() => it.close())

/** What fits worst, for whoever reads why it failed. */
const worst = () => JSON.stringify(judged.toSorted((a, b) => a.ndcg - b.ndcg).slice(0, 12), null, 1)

test('each query wants something that there is', () => {
  const articles = corpus()
  const known = new Set(articles.map(({ key }) => key))
  expect(queries.length).toBeGreaterThanOrEqual(60)
  for (const query of queries) {
    const grades = gradesOf(query, articles)
    expect([query.q, [...grades.keys()].filter((key) => !known.has(key))]).toEqual([query.q, []])
    expect([query.q, Math.max(...grades.values())]).toEqual([query.q, expect.toBeOneOf([2, 3])])
  }
})

test('what fits best is found first: nDCG of the first ten is 0.95 or more over all queries, 0.9 in each group', () => {
  const low = summaryOf(judged).filter(({ what, ndcg = 0 }) => !(ndcg >= (what === 'all' ? 0.95 : 0.9)))
  expect(low, worst()).toEqual([])
})

test('without diacritics the same is found: within 0.02 of the same queries with them', () => {
  const all = summaryOf(judged).find(({ what }) => what === 'all')
  expect(all?.folded, worst()).toBeGreaterThanOrEqual((all?.withMarks ?? 1) - 0.02)
})
