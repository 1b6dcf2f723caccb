import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addManyAuditRows } from '../../../test/many-audit-rows.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { type AuditFilters, findAuditRows } from './audit.repository.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  await it.database.db.execute(sql`
    INSERT INTO audit_log (at, actor_name, action, entity, entity_id)
    SELECT now() - interval '1 year', 'x', 'user.create', 'user', gen_random_uuid() FROM generate_series(1, 30)`)
  await addManyAuditRows(it, 20_000)
})
afterAll(() => it.close())

const id = (n: number) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`
const aYearAgo = `${new Date().getFullYear() - 1}-12-31`

const cases: [string, AuditFilters, number][] = [
  ['of everything', {}, 21],
  ['of days long gone', { to: aYearAgo, from: '2000-01-01' }, 21],
  ['of one person', { actorId: id(7) }, 21],
  ['of one person who did nothing', { actorId: id(99) }, 0],
  ['of a deed that is common', { action: 'article.edit' }, 21],
  ['of a deed that is rare', { action: 'user.create' }, 21],
  ['of what most of it is about', { entity: 'article' }, 21],
  ['of what little of it is about', { entity: 'user' }, 21],
  ['of one article', { entityId: id(42) }, 21],
  ['of one article by one deed', { entityId: id(42), action: 'article.edit' }, 21],
]

test.each(cases)('a page %s costs a page, however long the log is', async (_name, filters, found) => {
  const { db, mostRowsRead } = watchStatements(it)
  const rows = await findAuditRows(db, 'Asia/Ho_Chi_Minh', filters, undefined, 21)
  expect(rows).toHaveLength(found)
  expect(await mostRowsRead()).toBeLessThan(300)
})

test('a page far behind costs a page', async () => {
  const { db, mostRowsRead } = watchStatements(it)
  const [far] = await findAuditRows(it.database.db, 'Asia/Ho_Chi_Minh', { to: aYearAgo }, undefined, 1)
  expect(await findAuditRows(db, 'Asia/Ho_Chi_Minh', {}, far?.position, 21)).toHaveLength(21)
  expect(await mostRowsRead()).toBeLessThan(100)
})
