import type { Webhook, WebhookDelivery } from '@bantin/shared/webhooks'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { createPublished, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { createPortal, createWebhook } from '../../../test/portals.ts'
import { watchStatements } from '../../../test/rows-read.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { operator } from '../../lib/acting-person.ts'
import { beginEpoch } from '../../publication/begin-epoch.ts'
import { claimDue } from './claims.repository.ts'
import { startDispatch } from './dispatch.ts'
import { giveUp } from './outcomes.repository.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())
beforeEach(async () => {
  await it.database.db.execute(sql`TRUNCATE webhook_deliveries`)
  await it.database.db.execute(sql`UPDATE webhook_endpoints SET disabled_at = now(), disabled_because = 'by_hand'`)
})

/** Sends until the test is over; answers what arrived, by address. */
function dispatch(answer: (url: string) => number | Promise<number> = () => 200) {
  const received: { url: string; id: string | undefined; type: string }[] = []
  const outgoing = {
    async post(url: string, body: string, headers: Record<string, string> = {}) {
      const status = await answer(url)
      received.push({ url, id: headers['webhook-id'], type: JSON.parse(body).type })
      return { status }
    },
  }
  const { secrets } = it.app.config
  const running = startDispatch({ db: it.database.background, outgoing, secrets, waits: [0], log: () => undefined })
  onTestFinished(() => running.stop())
  return received
}

async function endpoint(): Promise<Webhook> {
  const { id } = await createPortal(it, admin)
  return await createWebhook(it, admin, id, `https://${id}.example.vn/hook`)
}

const read = async ({ id }: Webhook): Promise<Webhook> => (await send(it, admin, 'GET', `/webhooks/${id}`)).json()
const turn = async (webhook: Webhook, isEnabled: boolean) =>
  await send(it, admin, 'PATCH', `/webhooks/${webhook.id}`, { isEnabled }, (await read(webhook)).version)
const deliveriesOf = async ({ id }: Webhook): Promise<WebhookDelivery[]> =>
  (await send(it, admin, 'GET', `/webhook-deliveries?webhookId=${id}`)).json().data

test('what waits when an endpoint is turned off is kept, sent in order when it is turned on, and listed as failed when its time is over before', async () => {
  const [back, away, other] = [await endpoint(), await endpoint(), await endpoint()]
  const article = await createPublished(it, admin)
  await makeMoves(it, admin, article, ['hold', {}])
  for (const webhook of [back, away]) await turn(webhook, false)
  const received = dispatch()
  await expect.poll(() => received.length).toBe(2)
  expect(received.map(({ url }) => url)).toEqual([other.url, other.url])
  expect((await deliveriesOf(back)).map(({ status, nextAttemptAt }) => [status, nextAttemptAt])).toEqual(Array(2).fill(['waiting', null]))

  await it.database.db.execute(sql`UPDATE webhook_deliveries SET given_up_at = now() - interval '6 minutes' WHERE endpoint_id = ${away.id}`)
  await giveUp(it.database.db)
  expect(await read(away)).toMatchObject({ disabledBecause: 'by_hand', waiting: 0, failed: 2 })
  expect(await read(back)).toMatchObject({ waiting: 2, failed: 0 })
  for (const webhook of [back, away]) await turn(webhook, true)
  await expect.poll(async () => (await read(back)).waiting).toBe(0)
  expect(received.slice(2)).toMatchObject([
    { url: back.url, type: 'article.published' },
    { url: back.url, type: 'article.held' },
  ])
})

test('after an older copy was put back, what waits in it is sent under the id that a receiver may know, and each endpoint hears that it has to look', async () => {
  const [webhook, off] = [await endpoint(), await endpoint()]
  await turn(off, false)
  await createPublished(it, admin)
  const received = dispatch()
  await expect.poll(async () => (await read(webhook)).waiting).toBe(0)
  // As the copy has it, which was made before.
  await it.database.db.execute(sql`UPDATE webhook_deliveries SET status = 'waiting', attempts = 0, finished_at = NULL, last_status = NULL`)
  await beginEpoch(it.database.db, operator)
  await expect.poll(async () => (await read(webhook)).waiting).toBe(0)
  const [first] = received
  expect(received).toHaveLength(3)
  expect(received).toMatchObject([{ type: 'article.published' }, { ...first }, { type: 'ping' }])
  expect(await deliveriesOf(off)).toEqual([])
})

test('a dozen endpoints that never answer keep nobody else waiting, and no more than four messages each on their way', async () => {
  const silent: Webhook[] = []
  while (silent.length < 12) silent.push(await endpoint())
  const well = await endpoint()
  for (let n = 0; n < 6; n += 1) await createPublished(it, admin)
  const end = Promise.withResolvers<void>()
  const received = dispatch(async (url) => {
    if (url !== well.url) await end.promise
    return 200
  })
  onTestFinished(() => end.resolve())
  await expect.poll(() => received.length).toBe(6)
  expect(new Set(received.map(({ url }) => url))).toEqual(new Set([well.url]))
  const { rows } = await it.database.db.execute(sql`
    SELECT count(*)::int AS count FROM webhook_deliveries WHERE leased_until > now() AND endpoint_id <> ${well.id} GROUP BY endpoint_id`)
  expect(rows).toEqual(Array(12).fill({ count: 4 }))
})

test('a look reads as much as may be sent, however much waits for an endpoint', async () => {
  const [dead, well] = [await endpoint(), await endpoint()]
  await createPublished(it, admin)
  await it.database.db.execute(sql`INSERT INTO webhook_deliveries (id, endpoint_id, seq, entity, entity_id)
    SELECT gen_random_uuid(), ${dead.id}, 1000000 + n, 'article', md5((n % 3)::text)::uuid FROM generate_series(1, 20000) n`)
  await it.database.db.execute(sql`ANALYZE webhook_deliveries`)
  const watched = watchStatements(it)
  const claims = await claimDue(watched.db, { ofEndpoint: 4, ofProcess: 400 })
  expect(claims.map(({ endpointId }) => endpointId).sort()).toEqual([...Array(4).fill(dead.id), well.id].sort())
  // Three things wait, behind whose first messages all others stand.
  await it.database.db.execute(sql`UPDATE webhook_deliveries SET leased_until = '-infinity' WHERE leased_until > now()`)
  expect(await watched.mostRowsRead()).toBeLessThan(1100)
})

test('an endpoint that got another address while the former one answered that it is gone stays on, and is told there', async () => {
  const webhook = await endpoint()
  await createPublished(it, admin)
  const url = 'https://moved.example.vn/hook'
  const received = dispatch(async (asked) => {
    if (asked === url) return 200
    const { version } = await read(webhook)
    expect((await send(it, admin, 'PATCH', `/webhooks/${webhook.id}`, { url }, version)).statusCode).toBe(200)
    return 410
  })
  await expect.poll(() => received.map((one) => one.url)).toEqual([webhook.url, url])
  expect(received[0]?.id).toBe(received[1]?.id)
  expect(await read(webhook)).toMatchObject({ url, disabledAt: null, failed: 0 })
})

test('what is published while an endpoint is being deleted is published, and told to the others', async () => {
  const [leaving, other] = [await endpoint(), await endpoint()]
  const isGone = Promise.withResolvers<void>()
  const isLocked = Promise.withResolvers<void>()
  const deleting = it.database.db.transaction(async (tx) => {
    await tx.execute(sql`DELETE FROM webhook_endpoints WHERE id = ${leaving.id}`)
    isLocked.resolve()
    await isGone.promise
  })
  await isLocked.promise
  const publishing = createPublished(it, admin)
  const waiting = sql`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  await expect.poll(async () => (await it.database.db.execute(waiting)).rowCount).toBe(1)
  isGone.resolve()
  await deleting
  const { id } = await publishing
  expect(await deliveriesOf(other)).toMatchObject([{ article: { id } }])
})
