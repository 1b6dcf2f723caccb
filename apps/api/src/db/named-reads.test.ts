import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'
import { type Database, openDatabase } from './client.ts'

let it: TestDatabase
let database: Database
beforeAll(async () => {
  it = await createTestDatabase()
  // One connection, so that each statement is asked again where it was before.
  database = await openDatabase({ url: it.url, onError: () => undefined, max: 1 })
})
afterAll(async () => {
  await database.close()
  await it.drop()
})

const kinds = {
  name: 'kinds',
  text: `SELECT 1::bigint AS number, day::date, 'Trà'::text AS text, NULL::text AS nothing, '{"a":[1]}'::json AS json, true AS yes
    FROM unnest($1::date[]) WITH ORDINALITY AS d (day, place) ORDER BY place`,
}

test('what is asked by name again has the same columns, read as the driver reads them', async () => {
  const values = [['2026-01-02', null]]
  const { rows: asTheDriver } = await database.delivery.query({ text: kinds.text, values })
  for (const time of ['first', 'second', 'third']) {
    const { rows } = await database.delivery.query({ ...kinds, values })
    expect(rows, time).toEqual(asTheDriver)
  }
  expect(asTheDriver).toEqual([
    { number: 1, day: '2026-01-02', text: 'Trà', nothing: null, json: { a: [1] }, yes: true },
    { number: 1, day: null, text: 'Trà', nothing: null, json: { a: [1] }, yes: true },
  ])
  expect((await database.delivery.query({ ...kinds, values: [[]] })).rows).toEqual([])
})

test('a statement that failed fails with the code of PostgreSQL, and is answered when it is asked well', async () => {
  const divided = { name: 'divided', text: 'SELECT 6 / $1::int AS part, $2::uuid AS id' }
  const id = '01890000-0000-7000-8000-000000000001'
  const ask = (...values: unknown[]) => database.delivery.query({ ...divided, values })
  await expect(ask(1, 'no id')).rejects.toMatchObject({ code: '22P02' })
  await expect(ask(0, id)).rejects.toMatchObject({ code: '22012' })
  expect((await ask(2, id)).rows).toEqual([{ part: 3, id }])
  await expect(ask(0, id)).rejects.toMatchObject({ code: '22012' })
  expect((await ask(3, id)).rows).toEqual([{ part: 2, id }])
  const wrong = { name: 'wrong', text: 'SELECT nothing_is_named_so' }
  await expect(database.delivery.query(wrong)).rejects.toMatchObject({ code: '42703' })
  await expect(database.delivery.query(wrong)).rejects.toMatchObject({ code: '42703' })
})

test('a name stands for one text', async () => {
  await database.delivery.query({ name: 'one', text: 'SELECT 1 AS one' })
  await expect(database.delivery.query({ name: 'one', text: 'SELECT 2 AS one' })).rejects.toThrow('another statement named one')
  expect((await database.delivery.query({ name: 'one', text: 'SELECT 1 AS one' })).rows).toEqual([{ one: 1 }])
})

test('a connection that ends in the middle fails what is asked on it, and the next one is asked anew', async () => {
  const sleep = { name: 'sleep', text: 'SELECT pg_backend_pid() AS pid, pg_sleep($1)::text AS slept' }
  const { rows } = await database.delivery.query<{ pid: number }>({ ...sleep, values: [0] })
  const asleep = database.delivery.query({ ...sleep, values: [4] })
  const failed = expect(asleep).rejects.toThrow()
  await database.db.execute(sql`SELECT pg_terminate_backend(${rows[0]?.pid}::int, 5000)`)
  await failed
  expect((await database.delivery.query({ ...sleep, values: [0] })).rows).toMatchObject([{ slept: '' }])
})
