import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import type { Db } from '../db/client.ts'
import { rollUp } from './roll-ups/roll-up.ts'
import { startUpkeep } from './upkeep.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

test('the start makes partitions and forgets old salts, readers and hits', async () => {
  const { db } = it.database
  await db.execute(sql`INSERT INTO visitor_salts VALUES (current_date - 3, ${randomBytes(60)}), (current_date + 1, ${randomBytes(60)})`)
  await db.execute(sql`INSERT INTO presence VALUES
    (${randomBytes(16)}, gen_random_uuid(), now() - interval '11 minutes'), (${randomBytes(16)}, gen_random_uuid(), now())`)
  const yearAgo = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10)
  await db.execute(sql`INSERT INTO hits (local_day, id, at, local_hour, site_id, path, visit)
    SELECT ${yearAgo}::date, gen_random_uuid(), ${yearAgo}::date, 0, id, '/', true FROM sites`)
  await rollUp(db)
  const lines: string[] = []
  const upkeep = await startUpkeep(db, 90, (line) => lines.push(line))
  await upkeep.stop()
  expect(lines).toEqual([])
  const count = async (query: string) => (await db.execute<{ n: number }>(sql.raw(`SELECT count(*) AS n FROM ${query}`))).rows[0]?.n
  expect(await count('visitor_salts')).toBe(1)
  expect(await count('presence')).toBe(1)
  expect(await count('hits')).toBe(0)
  expect(await count(`pg_inherits WHERE inhparent = 'hits'::regclass`)).toBe(18)
})

test('an upkeep that fails is one line in the log and no reason not to start', async () => {
  const lines: string[] = []
  const db = { execute: () => Promise.reject(new Error('Failed query', { cause: new Error('away') })) } as unknown as Db
  const upkeep = await startUpkeep(db, 90, (line) => lines.push(line))
  await upkeep.stop()
  expect(lines).toEqual(['The upkeep of the counters failed: away'])
})
