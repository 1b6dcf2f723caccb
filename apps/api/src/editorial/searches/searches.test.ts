import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  editor = await signIn(it, 'editor')
  await it.database.db.execute(sql`
    INSERT INTO search_days (site_id, day, words, searches, results)
    SELECT s.id, coalesce(day::date, published.today() - age), words, searches, results
    FROM sites s, (VALUES
      ('lu quet', '2026-03-01', NULL, 4, 0), ('lu quet', '2026-03-05', NULL, 3, 2), ('hoc phi', '2026-03-03', NULL, 9, 0),
      ('dat dai', '2026-03-02', NULL, 7, 30), ('dat dai', '2026-03-06', NULL, 50, 0), ('moi', NULL, 0, 2, 1), ('moi', NULL, 29, 3, 0), ('cu', NULL, 30, 9, 0)
    ) AS given (words, day, age, searches, results)`)
})
afterAll(() => it.close())

const ask = async (query: string) => (await send(it, editor, 'GET', `/searches${query}`)).json()
const days = 'from=2026-03-01&to=2026-03-05'
const words = async (query: string) => (await ask(query)).data.map((one: { words: string }) => one.words)

test('searches are summed over the days, both included, the most wanted first, with what the last one found', async () => {
  expect((await ask(`?${days}`)).data).toEqual([
    { words: 'hoc phi', searches: 9, results: 0, lastSearchedOn: '2026-03-03' },
    { words: 'dat dai', searches: 7, results: 30, lastSearchedOn: '2026-03-02' },
    { words: 'lu quet', searches: 7, results: 2, lastSearchedOn: '2026-03-05' },
  ])
})

test('those that found nothing the last time, or something, can be asked for', async () => {
  expect(await words(`?${days}&nothingFound=true`)).toEqual(['hoc phi'])
  expect(await words(`?${days}&nothingFound=false`)).toEqual(['dat dai', 'lu quet'])
  expect(await words('?from=2026-03-01&to=2026-03-06&nothingFound=true')).toEqual(['dat dai', 'hoc phi'])
})

test('they are read page by page, also where several were wanted as often', async () => {
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = await ask(`?${days}&limit=1${cursor && `&cursor=${cursor}`}`)
    seen.push(...page.data.map((one: { words: string }) => one.words))
    cursor = page.page.next
  }
  expect(seen).toEqual(['hoc phi', 'dat dai', 'lu quet'])
})

test('without days they are those of the last thirty', async () => {
  expect((await ask('')).data).toMatchObject([{ words: 'moi', searches: 5, results: 1 }])
})

test.each(['?from=2026-03-05&to=2026-03-01', '?from=2026-02-30', '?limit=101', '?nothingFound=1', '?q=a'])(
  '%s is refused',
  async (query) => {
    expect(await unchanged(it, () => ask(query))).toMatchObject({ status: 400, code: 'invalid_request' })
  },
)

test('they are for editors and auditors of the whole site', async () => {
  for (const [reader, status] of [
    [await signIn(it, 'auditor'), 200],
    [await signIn(it, 'editor', await createUnit(it)), 403],
    [await signIn(it, 'reporter'), 403],
    [null, 401],
  ] as const) {
    expect((await unchanged(it, () => send(it, reader, 'GET', '/searches'))).statusCode).toBe(status)
  }
})
