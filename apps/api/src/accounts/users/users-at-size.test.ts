import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUnit } from '../../../test/factories.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { operator } from '../../lib/acting-person.ts'
import { findUsers } from './show-users.repository.ts'

const many = 2000

let it: TestApp
let unit: string
beforeAll(async () => {
  it = await createTestApp()
  unit = await createUnit(it)
  const other = await createUnit(it)
  // One in a hundred works in the unit; everybody signed in three times and was sent a link.
  await it.database.db.execute(sql`
    WITH made AS (
      INSERT INTO users (id, email, name, password_hash)
      SELECT gen_random_uuid(), n || '@example.test', 'Người ' || md5(n::text), 'none' FROM generate_series(1, ${many}::int) AS n
      RETURNING id, split_part(email, '@', 1)::int AS n),
    granted AS (
      INSERT INTO grants (id, user_id, role, unit_id)
      SELECT gen_random_uuid(), id, 'reporter', CASE WHEN n % 100 = 0 THEN ${unit}::uuid ELSE ${other}::uuid END FROM made),
    opened AS (INSERT INTO sessions (id, user_id) SELECT gen_random_uuid(), id FROM made, generate_series(1, 3))
    INSERT INTO password_links (id, user_id, kind, token_hash, expires_at)
    SELECT gen_random_uuid(), id, 'reset', n::text, now() + interval '1 day' FROM made`)
  await it.database.db.execute(sql`ANALYZE`)
})
afterAll(() => it.close())

async function readPage(part: Partial<Parameters<typeof findUsers>[1]>) {
  const { db, mostRowsRead } = watchStatements(it)
  const site = await findSite(it.database.db)
  const page = await findUsers(db, { site, actor: operator, filters: {}, after: undefined, limit: 21, ...part })
  return { page, rows: await mostRowsRead() }
}

test('a page of users costs a page, however many there are, wherever it begins', async () => {
  const first = await readPage({})
  expect([first.page.length, first.rows]).toEqual([21, expect.any(Number)])
  expect(first.rows).toBeLessThan(100)
  const { name, id } = first.page.at(-1) ?? { name: '', id: '' }
  const second = await readPage({ after: [name, id] })
  expect(second.page.length).toBe(21)
  expect(second.rows).toBeLessThan(100)
})

test.each([
  ['words', { filters: { q: 'nguoi 00' } }],
  ['state', { filters: { state: 'invited' } }],
  ['role', { filters: { role: 'admin' } }],
] as const)('a page by %s looks at each user once at the most', async (_name, part) => {
  expect((await readPage(part)).rows).toBeLessThanOrEqual(many)
})

test("a page of a unit's administrator, too", async () => {
  const actor = { ...operator, grants: [{ role: 'admin' as const, unitId: unit }] }
  const { page, rows } = await readPage({ actor })
  expect(page).toHaveLength(many / 100)
  expect(rows).toBeLessThanOrEqual(many)
})
