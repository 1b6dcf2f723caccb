import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'
import { openSignals } from './signals.ts'

let own: TestDatabase
let client: pg.Client
beforeAll(async () => {
  own = await createTestDatabase({ empty: true })
  client = new pg.Client({ connectionString: own.url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await own.drop()
})

function open(url = own.url) {
  const errors: string[] = []
  const signals = openSignals({ url, onError: (error) => errors.push(error.message) })
  onTestFinished(() => signals.close())
  return { signals, errors }
}

/** How often a subscriber was called so far. */
function subscriberOf({ subscribe }: ReturnType<typeof openSignals>) {
  const calls = { count: 0 }
  const unsubscribe = subscribe('editorial_events', () => {
    calls.count += 1
  })
  return { calls, unsubscribe }
}

const connections = async () => {
  const { rows } = await client.query(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'bantin signals'",
  )
  return rows.map(({ pid }) => Number(pid))
}

describe('signals', () => {
  test('are heard by everybody who asked, on one connection, and no more by who has left', async () => {
    const { signals } = open()
    expect(await connections()).toEqual([])
    const [one, other] = [subscriberOf(signals), subscriberOf(signals)]
    await expect.poll(() => signals.isConnected()).toBe(true)
    expect(await connections()).toHaveLength(1)
    // Of the connection itself: something may have been missed before.
    expect([one.calls.count, other.calls.count]).toEqual([1, 1])
    other.unsubscribe()
    await client.query('NOTIFY editorial_events')
    await expect.poll(() => one.calls.count).toBe(2)
    expect(other.calls.count).toBe(1)
  })

  test('are heard again after the connection was cut; that it was is said to subscribers and, once, to the log', async () => {
    const { signals, errors } = open()
    const { calls } = subscriberOf(signals)
    await expect.poll(() => signals.isConnected()).toBe(true)
    const [pid] = await connections()
    await client.query('SELECT pg_terminate_backend($1)', [pid])
    await expect.poll(async () => [calls.count, signals.isConnected()]).toEqual([3, true])
    expect(await connections()).not.toContain(pid)
    expect(errors).toHaveLength(1)
    await client.query('NOTIFY editorial_events')
    await expect.poll(() => calls.count).toBe(4)
  })

  test('of a server that cannot be reached are none, which is said once and hinders no end', async () => {
    const { signals, errors } = open('postgres://nobody@127.0.0.1:1/none')
    subscriberOf(signals)
    await expect.poll(() => errors.length).toBe(1)
    expect(signals.isConnected()).toBe(false)
    await signals.close()
    expect(errors).toHaveLength(1)
  })

  test('leave no connection behind', async () => {
    const { signals } = open()
    subscriberOf(signals)
    await expect.poll(() => signals.isConnected()).toBe(true)
    await signals.close()
    await expect.poll(connections).toEqual([])
  })
})
