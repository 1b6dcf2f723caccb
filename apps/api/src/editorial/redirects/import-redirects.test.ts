import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPublished, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const unknownId = '00000000-0000-7000-8000-000000000000'
const importAll = (redirects: unknown) => send(it, publisher, 'POST', '/redirects/import', { redirects })

async function count(from: 'redirects' | 'audit_log', like: string): Promise<number> {
  const text = from === 'redirects' ? sql`from_path_query` : sql`detail ->> 'fromPathQuery'`
  const { rows } = await it.database.db.execute<{ count: number }>(
    sql`SELECT count(*) FROM ${sql.identifier(from)} WHERE ${text} LIKE ${like}`,
  )
  return rows[0]?.count ?? -1
}

test('a thousand are taken at once, each noted, and taking them again changes nothing', async () => {
  const { id } = await createPublished(it, publisher)
  const rows = Array.from({ length: 1000 }, (_, i) => ({
    fromPathQuery: `/ngan.aspx?id=${i}`,
    ...(i % 2 ? { articleId: id } : { url: `/the/${i}` }),
  }))
  const answer = await importAll(rows)
  expect([answer.statusCode, answer.json()]).toEqual([200, { created: 1000, unchanged: 0 }])
  expect([await count('redirects', '/ngan%'), await count('audit_log', '/ngan%')]).toEqual([1000, 1000])
  const again = await unchanged(it, () => importAll(rows.toReversed()))
  expect(again.json()).toEqual({ created: 0, unchanged: 1000 })
  expect(await count('audit_log', '/ngan%')).toBe(1000)
})

test('the same twice is one; what is there already, the same in all, stays as it is', async () => {
  await importAll([{ fromPathQuery: '/la-mot', url: '/don-vi' }])
  const answer = await importAll([
    { fromPathQuery: '/la-mot/', url: 'http://localhost:3000/don-vi' },
    { fromPathQuery: '/la-hai', url: '/don-vi' },
    { fromPathQuery: '/l%61-hai', url: '/don-vi', articleId: null },
  ])
  expect(answer.json()).toEqual({ created: 1, unchanged: 2 })
})

test('one fault and none is taken; every fault is named with its place', async () => {
  const article = await createPublished(it, publisher)
  await importAll([{ fromPathQuery: '/loi-co-roi', url: '/don-vi' }])
  const answer = await unchanged(it, () =>
    importAll([
      { fromPathQuery: '/loi-tot', url: '/don-vi' },
      { fromPathQuery: '/loi-1', url: 'javascript:alert(1)' },
      { fromPathQuery: '/loi-co-roi', url: '/the/khac' },
      { fromPathQuery: '/loi-3', articleId: unknownId },
      { fromPathQuery: `/bai-viet/${article.slug}`, url: '/don-vi' },
      { fromPathQuery: '/loi-tot', url: '/the/khac' },
      { fromPathQuery: '/api', url: '/don-vi', articleId: article.id },
    ]),
  )
  const { status, code, errors } = answer.json()
  expect([status, code]).toEqual([400, 'invalid_request'])
  expect(errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]).sort()).toEqual([
    ['/redirects/1/url', 'no_target'],
    ['/redirects/2/fromPathQuery', 'taken'],
    ['/redirects/3/articleId', 'unknown'],
    ['/redirects/4/fromPathQuery', 'own_address'],
    ['/redirects/5/fromPathQuery', 'taken'],
    ['/redirects/6/articleId', 'one_target'],
    ['/redirects/6/fromPathQuery', 'own_address'],
  ])
  expect(await count('redirects', '/loi%')).toBe(1)
})

test.each([
  [
    'contradicts what stands',
    [
      { fromPathQuery: '/stt-1', url: '/the/khac' },
      { fromPathQuery: '/stt-2', articleId: unknownId },
    ],
    409,
    'conflict',
  ],
  ['names what is not there', [{ fromPathQuery: '/stt-2', articleId: unknownId }], 422, 'unknown_reference'],
  ['is no list', {}, 400, 'invalid_request'],
  ['is empty', [], 400, 'invalid_request'],
  ['is too long', Array.from({ length: 1001 }, (_, i) => ({ fromPathQuery: `/stt-${i}`, url: '/don-vi' })), 400, 'invalid_request'],
])('what %s is refused as a whole', async (_name, rows, status, code) => {
  await importAll([{ fromPathQuery: '/stt-1', url: '/don-vi' }])
  const answer = await unchanged(it, () => importAll(rows))
  expect(answer.json()).toMatchObject({ status, code })
})

test('imports of the same rows at once, in opposite orders, do not wait for each other in a circle', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => ({ fromPathQuery: `/cung-luc/${i}`, url: '/don-vi' }))
  const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => importAll(i % 2 ? rows : rows.toReversed())))
  const outcomes = answers.map((answer) => (answer.statusCode === 200 ? answer.json().created : answer.json().code))
  expect(outcomes.filter((outcome) => outcome === 100)).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome !== 100 && outcome !== 0 && outcome !== 'conflict')).toEqual([])
  expect(await count('redirects', '/cung-luc/%')).toBe(100)
})
