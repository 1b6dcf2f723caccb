import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'
import { endSilent } from './end-silent.ts'

let own: TestDatabase
beforeAll(async () => {
  own = await createTestDatabase({ empty: true })
})
afterAll(() => own.drop())

async function connect(longestSilence: number): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString: own.url, max: 1, onConnect: (client) => endSilent(client, longestSilence) })
  pool.on('connect', (client) => client.on('error', () => undefined))
  onTestFinished(() => void pool.end())
  await pool.query('SELECT 1')
  return pool
}

test('a statement of which nothing is heard fails in time, and the next one has a connection again', async () => {
  const pool = await connect(200)
  await expect(pool.query('SELECT pg_sleep(20)')).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test('a connection that nobody asks anything is left alone, in a transaction too, and what is asked later is heard of again', async () => {
  const pool = await connect(200)
  const client = await pool.connect()
  await client.query('BEGIN')
  await pause(500)
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  await expect(client.query('SELECT pg_sleep(20)')).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  client.release(true)
})
