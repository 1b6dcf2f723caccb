import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  editor = await signIn(it, 'editor')
  await it.database.db.execute(sql`
    INSERT INTO missing_paths (site_id, day, path, count)
    SELECT s.id, coalesce(day::date, published.today() - age), path, count
    FROM sites s, (VALUES
      ('/a', '2026-03-01', NULL, 4), ('/a', '2026-03-05', NULL, 3), ('/b', '2026-03-03', NULL, 9), ('/c', '2026-03-02', NULL, 7),
      ('/a', '2026-03-06', NULL, 50), ('/moi', NULL, 0, 2), ('/moi', NULL, 29, 3), ('/cu', NULL, 30, 100)
    ) AS given (path, day, age, count)`)
})
afterAll(() => it.close())

const ask = async (query: string) => (await send(it, editor, 'GET', `/missing-paths${query}`)).json()

test('paths are summed over the days, both included, the most wanted first, with the last day on which they were', async () => {
  expect(await ask('?from=2026-03-01&to=2026-03-05')).toEqual({
    from: '2026-03-01',
    to: '2026-03-05',
    data: [
      { path: '/b', count: 9, lastAskedOn: '2026-03-03' },
      { path: '/a', count: 7, lastAskedOn: '2026-03-05' },
      { path: '/c', count: 7, lastAskedOn: '2026-03-02' },
    ],
  })
  expect((await ask('?from=2026-03-01&to=2026-03-05&limit=1')).data).toHaveLength(1)
})

test('without days they are those of the last thirty', async () => {
  const { from, to, data } = await ask('')
  expect(data).toEqual([{ path: '/moi', count: 5, lastAskedOn: to }])
  expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(29)
  expect((await ask(`?from=${from}`)).to).toBe(to)
  expect((await ask('?to=2026-03-06')).data[0]).toMatchObject({ path: '/a', count: 57 })
})

test.each(['?from=2026-03-05&to=2026-03-01', '?from=2026-02-30', '?limit=101', '?limit=0', '?path=/a'])('%s is refused', async (query) => {
  expect(await unchanged(it, () => ask(query))).toMatchObject({ status: 400, code: 'invalid_request' })
})

test('they are for who may read redirects', async () => {
  for (const [reader, status] of [
    [await signIn(it, 'auditor'), 200],
    [await signIn(it, 'reporter'), 403],
    [null, 401],
  ] as const) {
    expect((await unchanged(it, () => send(it, reader, 'GET', '/missing-paths'))).statusCode).toBe(status)
  }
})
