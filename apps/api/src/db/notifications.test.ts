import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/test-database.ts'
import { openNotifications } from './notifications.ts'

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
  const notifications = openNotifications({ url, onError: (error) => errors.push(error.message) })
  onTestFinished(() => notifications.close())
  return { notifications, errors }
}

/** How often a subscriber was called so far. */
function subscriberOf({ subscribe }: ReturnType<typeof openNotifications>) {
  const calls = { count: 0 }
  const unsubscribe = subscribe('editorial_events', () => {
    calls.count += 1
  })
  return { calls, unsubscribe }
}

const connections = async () => {
  const { rows } = await client.query(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'bantin notifications'",
  )
  return rows.map(({ pid }) => Number(pid))
}

describe('notifications', () => {
  test('are heard by everybody who asked, on one connection, and no more by who has left', async () => {
    const { notifications } = open()
    expect(await connections()).toEqual([])
    const [one, other] = [subscriberOf(notifications), subscriberOf(notifications)]
    await expect.poll(() => notifications.isConnected()).toBe(true)
    expect(await connections()).toHaveLength(1)
    // Of the connection itself: something may have been missed before.
    expect([one.calls.count, other.calls.count]).toEqual([1, 1])
    other.unsubscribe()
    await client.query('NOTIFY editorial_events')
    await expect.poll(() => one.calls.count).toBe(2)
    expect(other.calls.count).toBe(1)
  })

  test('are heard again after the connection was cut; that it was is said to subscribers and, once, to the log', async () => {
    const { notifications, errors } = open()
    const { calls } = subscriberOf(notifications)
    await expect.poll(() => notifications.isConnected()).toBe(true)
    const [pid] = await connections()
    await client.query('SELECT pg_terminate_backend($1)', [pid])
    await expect.poll(async () => [calls.count, notifications.isConnected()]).toEqual([3, true])
    expect(await connections()).not.toContain(pid)
    expect(errors).toHaveLength(1)
    await client.query('NOTIFY editorial_events')
    await expect.poll(() => calls.count).toBe(4)
  })

  test('of a server that cannot be reached are none, which is said once and hinders no end', async () => {
    const { notifications, errors } = open('postgres://nobody@127.0.0.1:1/none')
    subscriberOf(notifications)
    await expect.poll(() => errors.length).toBe(1)
    expect(notifications.isConnected()).toBe(false)
    await notifications.close()
    expect(errors).toHaveLength(1)
  })

  test('leave no connection behind', async () => {
    const { notifications } = open()
    subscriberOf(notifications)
    await expect.poll(() => notifications.isConnected()).toBe(true)
    await notifications.close()
    await expect.poll(connections).toEqual([])
  })
})
