import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { toProblem } from '../errors.ts'
import { type Database, openDatabase } from './client.ts'

let it: TestApp
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp({}, { isPatient: false })
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())

const theWholePool = Array.from({ length: 10 })
const statusOf = async (url: string) => {
  const answer = await it.app.inject({ url, headers: { authorization: editor.authorization } })
  return [answer.statusCode, answer.json().code, answer.headers['retry-after']]
}

test('a reader who gets no connection in time is told to come again', async () => {
  const busy = await it.database.db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(1)`)
    const waiting = theWholePool.map(() => it.database.delivery.query('SELECT pg_advisory_lock_shared(1)'))
    const outcomes = Promise.allSettled(waiting)
    expect(await statusOf('/api/v1/site')).toEqual([503, 'unavailable', '5'])
    return { outcomes }
  })
  await busy.outcomes
})

test('an editor who gets none is told the same, and so is a transaction', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  onTestFinished(() => resolve())
  let begun = 0
  const busy = theWholePool.map(() =>
    it.database.db.transaction(() => {
      begun += 1
      return promise
    }),
  )
  await expect.poll(() => begun).toBe(theWholePool.length)
  expect(await statusOf('/api/v1/editorial/articles')).toEqual([503, 'unavailable', '5'])
  await expect(it.database.db.transaction(async () => undefined)).rejects.toMatchObject({ code: 'NO_CONNECTION' })
  resolve()
  await Promise.all(busy)
})

test('a transaction that asks for more time than a request may take gets it', async () => {
  const slow = it.database.db.transaction(async (tx) => {
    await tx.execute(sql`SET LOCAL statement_timeout = '60s'`)
    await tx.execute(sql`SELECT pg_sleep(6.5)`)
    return 'done'
  })
  expect(await slow).toBe('done')
})

test('a connection that ends between two statements of a transaction fails that one, as a database that is away, and takes nothing else with it', async () => {
  const { db } = it.database
  const ended = db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
    await db.execute(sql`SELECT pg_terminate_backend(${rows[0]?.pid}::int, 5000)`)
    await tx.execute(sql`SELECT 1`)
  })
  expect(toProblem(await ended.catch((error: unknown) => error))).toMatchObject({ code: 'unavailable' })
  expect((await db.execute(sql`SELECT 1 AS one`)).rows).toEqual([{ one: 1 }])
})

const howDeliveryReads = async ({ delivery }: Database) => {
  const { rows } = await delivery.query(`
    SELECT current_user AS who, current_setting('transaction_read_only') AS only_reads, current_setting('work_mem') AS memory,
      current_setting('random_page_cost') AS look_up`)
  return rows
}

test('delivery reads as its own role, and plans alike for a database user who could not make it', async () => {
  expect(await howDeliveryReads(it.database)).toEqual([{ who: 'bantin_delivery', only_reads: 'on', memory: '64MB', look_up: '1.1' }])
  const url = new URL(it.databaseUrl)
  url.username = `owner_${randomBytes(6).toString('hex')}`
  await it.database.db.execute(sql.raw(`CREATE ROLE ${url.username} LOGIN PASSWORD '${url.password}'`))
  const database = await openDatabase({ url: url.href, onError: () => undefined, patience: 8 })
  try {
    expect(database.deliveryIsConfined).toBe(false)
    expect(await howDeliveryReads(database)).toEqual([{ who: url.username, only_reads: 'off', memory: '64MB', look_up: '1.1' }])
  } finally {
    await database.close()
    await it.database.db.execute(sql.raw(`DROP ROLE ${url.username}`))
  }
})
