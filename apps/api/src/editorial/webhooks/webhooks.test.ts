import { createHmac } from 'node:crypto'
import type { Webhook, WebhookDelivery, WebhookWithSecret } from '@bantin/shared/webhooks'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { makeMoves } from '../../../test/moves.ts'
import { createPortal, createWebhook } from '../../../test/portals.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { OutgoingError } from '../../adapters/outgoing.ts'
import { startDispatch } from './dispatch.ts'
import { forgetDeliveries } from './forget-deliveries.repository.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

interface Received {
  url: string
  headers: Record<string, string>
  body: string
}

/** Dispatches to receivers that answer as `answer` says, with waits of no length, until the test is over. */
function dispatchTo(answer: (call: Received) => number | Promise<number>, waits = [0]) {
  const received: Received[] = []
  const outgoing = {
    async post(url: string, body: string, headers: Record<string, string> = {}) {
      const call = { url, headers, body }
      received.push(call)
      return { status: await answer(call) }
    },
  }
  const { secrets } = it.app.config
  const dispatch = startDispatch({ db: it.database.background, outgoing, secrets, waits, log: () => undefined })
  onTestFinished(() => dispatch.stop())
  return received
}

const idsOf = (received: Received[]) => received.map(({ headers }) => headers['webhook-id'])
const parsed = ({ body }: Received) => JSON.parse(body)
const read = async (id: string): Promise<Webhook> => (await send(it, admin, 'GET', `/webhooks/${id}`)).json()
const deliveriesOf = async (id: string): Promise<WebhookDelivery[]> =>
  (await send(it, admin, 'GET', `/webhook-deliveries?webhookId=${id}&limit=100`)).json().data

async function endpoint(input: object = {}): Promise<WebhookWithSecret> {
  const { id } = await createPortal(it, admin, input)
  return await createWebhook(it, admin, id, `https://${id}.example.vn/hook`)
}

function signed(secret: string, { headers, body }: Received): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')}`
}

describe('what an endpoint is told', () => {
  test('is each entry of the feed, in the order of the feed for each article, signed', async () => {
    const webhook = await endpoint()
    const article = await createPublished(it, admin)
    await makeMoves(it, admin, article, ['hold', {}], ['put-back'])
    const received = dispatchTo(() => 204)
    await expect.poll(() => received.length).toBe(3)
    expect(received.map(parsed)).toMatchObject([
      { type: 'article.published', data: { id: article.id, action: 'put', edition: 1 } },
      { type: 'article.held', data: { id: article.id, action: 'delete' } },
      { type: 'article.put_back', data: { id: article.id, action: 'put' } },
    ])
    const feed = (await it.app.inject('/api/v1/changes')).json().data
    expect(feed.map(({ seq }: { seq: number }) => seq)).toContain(parsed(received[2] as Received).data.seq)
    for (const call of received) {
      expect(call.headers['webhook-signature']).toBe(signed(webhook.secret, call))
      expect(Math.abs(Number(call.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60)
      expect(parsed(call).timestamp).toBe(parsed(call).data.at)
    }
    await expect.poll(async () => (await read(webhook.id)).waiting).toBe(0)
    expect((await deliveriesOf(webhook.id)).map(({ status, attempts }) => [status, attempts])).toEqual(Array(3).fill(['delivered', 1]))
  })

  test('is written in the transaction of the change, for those who are on, and of their unit; nothing of an archive', async () => {
    const unit = await createUnit(it)
    const [ofUnit, all, off, closed] = [await endpoint({ unitId: unit }), await endpoint(), await endpoint(), await endpoint()]
    await send(it, admin, 'PATCH', `/webhooks/${off.id}`, { isEnabled: false }, 1)
    await send(it, admin, 'PATCH', `/clients/${closed.client.id}`, { isClosed: true }, 2)
    expect(await read(closed.id)).toMatchObject({ disabledBecause: 'by_hand' })
    const own = await createDraft(it, admin, { unitId: unit })
    await makeMoves(it, admin, own, ['publish'])
    await createPublished(it, admin)
    await it.database.db.execute(sql`INSERT INTO changes (site_id, action, reason, entity, entity_id, backfill)
      SELECT site_id, action, reason, entity, entity_id, true FROM changes ORDER BY seq DESC LIMIT 1`)
    const count = async ({ id }: Webhook) => (await deliveriesOf(id)).length
    expect([await count(ofUnit), await count(all), await count(off), await count(closed)]).toEqual([1, 2, 0, 0])
  })
})

describe('an endpoint that does not take it', () => {
  test('is tried again with the same id, and what follows of the same article waits; others do not', async () => {
    const [bad, good] = [await endpoint(), await endpoint()]
    const article = await createPublished(it, admin)
    await makeMoves(it, admin, article, ['hold', {}])
    const other = await createPublished(it, admin)
    let failures = 0
    const received = dispatchTo(({ url, body }) => (url === bad.url && body.includes(article.id) && failures++ < 3 ? 503 : 200))
    await expect.poll(async () => (await read(bad.id)).waiting).toBe(0)
    const [toBad, toGood] = [bad, good].map(({ url }) => received.filter((call) => call.url === url)) as [Received[], Received[]]
    const ofArticle = toBad.filter(({ body }) => body.includes(article.id))
    expect(ofArticle.map((call) => parsed(call).type)).toEqual([...Array(4).fill('article.published'), 'article.held'])
    expect(new Set(idsOf(ofArticle)).size).toBe(2)
    expect([toBad.filter(({ body }) => body.includes(other.id)).length, toGood.length]).toEqual([1, 3])
  })

  test('because it cannot be reached or leads elsewhere says so, and after 72 hours it stands in the list of failures, to be sent again', async () => {
    const webhook = await endpoint()
    await createPublished(it, admin)
    let answer = 302
    const received = dispatchTo(
      ({ url }) => {
        if (url !== webhook.url) return 200
        if (answer === 0) throw new OutgoingError('The address may not be called. It leads into a network that is not public.')
        return answer
      },
      [3600],
    )
    await expect
      .poll(async () => (await deliveriesOf(webhook.id))[0])
      .toMatchObject({ status: 'waiting', lastStatus: 302, lastError: 'A redirect is not followed.' })
    answer = 0
    await it.database.db.execute(
      sql`UPDATE webhook_deliveries SET next_attempt_at = now(), given_up_at = now() WHERE endpoint_id = ${webhook.id}`,
    )
    const failed = {
      status: 'failed',
      attempts: 2,
      lastStatus: null,
      lastError: expect.stringContaining('not public'),
      nextAttemptAt: null,
    }
    await expect.poll(async () => await deliveriesOf(webhook.id)).toMatchObject([failed])
    const [delivery] = await deliveriesOf(webhook.id)
    expect(await read(webhook.id)).toMatchObject({ waiting: 0, failed: 1 })
    answer = 200
    const again = await send(it, admin, 'POST', `/webhook-deliveries/${delivery?.id}/resend`, {})
    expect(again.json()).toMatchObject({ id: delivery?.id, status: 'waiting' })
    await expect.poll(async () => await deliveriesOf(webhook.id)).toMatchObject([{ status: 'delivered', attempts: 3 }])
    expect(new Set(idsOf(received.filter(({ url }) => url === webhook.url)))).toEqual(new Set([delivery?.id]))
  })

  test('with 410 is turned off, what waits is listed as failed, and nothing more is written for it until it is turned on', async () => {
    const webhook = await endpoint()
    const article = await createPublished(it, admin)
    await makeMoves(it, admin, article, ['hold', {}])
    dispatchTo(({ url }) => (url === webhook.url ? 410 : 200))
    await expect.poll(() => read(webhook.id)).toMatchObject({ disabledBecause: 'gone', waiting: 0, failed: 2 })
    await createPublished(it, admin)
    const [delivery, ...others] = await deliveriesOf(webhook.id)
    expect(others).toHaveLength(1)
    const refused = await unchanged(it, () => send(it, admin, 'POST', `/webhook-deliveries/${delivery?.id}/resend`, {}))
    expect(said(refused)).toEqual([409, 'conflict'])
    const { version } = await read(webhook.id)
    expect((await send(it, admin, 'PATCH', `/webhooks/${webhook.id}`, { isEnabled: true }, version)).json().disabledAt).toBeNull()
  })
})

test('a new secret signs beside the former one for as long as was asked, and a trial is sent at once', async () => {
  const webhook = await endpoint()
  const rotated = (await send(it, admin, 'POST', `/webhooks/${webhook.id}/secret`, { overlapHours: 1 }, 1)).json() as WebhookWithSecret
  expect([rotated.secret === webhook.secret, rotated.formerSecretUntil]).toEqual([false, expect.any(String)])
  const ping = async () => (await send(it, admin, 'POST', `/webhooks/${webhook.id}/ping`, {})).json().id
  const first = await ping()
  const received = dispatchTo(() => 200)
  const callOf = (id: string) => received.find(({ headers }) => headers['webhook-id'] === id)
  await expect.poll(() => callOf(first)).toBeDefined()
  const call = callOf(first) as Received
  expect(parsed(call)).toEqual({ type: 'ping', timestamp: expect.any(String), data: {} })
  expect(call.headers['webhook-signature']?.split(' ')).toEqual([signed(rotated.secret, call), signed(webhook.secret, call)])
  await it.database.db.execute(sql`UPDATE webhook_endpoints SET former_secret_until = now() WHERE id = ${webhook.id}`)
  const second = await ping()
  await expect.poll(() => callOf(second)).toBeDefined()
  const later = callOf(second) as Received
  expect(later.headers['webhook-signature']).toBe(signed(rotated.secret, later))
})

test('its secrets are stored sealed and shown once, and its address is one that everybody can reach', async () => {
  const webhook = await endpoint()
  const { rows } = await it.database.db.execute(sql`SELECT encode(secret, 'hex') AS secret FROM webhook_endpoints WHERE id = ${webhook.id}`)
  expect(rows[0]?.secret).not.toContain(Buffer.from(webhook.secret.slice(6), 'base64').toString('hex'))
  expect(JSON.stringify([await read(webhook.id), (await send(it, admin, 'GET', '/webhooks')).json()])).not.toContain('whsec_')
  const urls = [
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://localhost/',
    'https://10.1.2.3/',
    'http://0x7f.1/',
    'ftp://portal.example.vn/',
  ]
  const more = ['https://portal.example.vn:8443/', 'https://user:password@portal.example.vn/', 'http://169.254.169.254/latest/meta-data/']
  for (const url of [...urls, ...more]) {
    const [made, changed] = await unchanged(it, async () => [
      await send(it, admin, 'POST', '/webhooks', { clientId: webhook.client.id, url }),
      await send(it, admin, 'PATCH', `/webhooks/${webhook.id}`, { url }, 1),
    ])
    expect([url, said(made), said(changed)]).toEqual([url, [400, 'invalid_request'], [400, 'invalid_request']])
  }
})

test('who administers a unit keeps the endpoints of its portals, and knows of no others; taken away is one with its messages', async () => {
  const unit = await createUnit(it)
  const local = await signIn(it, 'admin', unit)
  const [own, other] = [await endpoint({ unitId: unit }), await endpoint()]
  await createPublished(it, admin)
  expect((await send(it, local, 'GET', '/webhooks')).json().data.map(({ id }: Webhook) => id)).toEqual([own.id])
  const answers = await unchanged(it, async () => [
    await send(it, local, 'GET', `/webhooks/${other.id}`),
    await send(it, local, 'DELETE', `/webhooks/${other.id}`, undefined, 1),
    await send(it, local, 'POST', '/webhooks', { clientId: other.client.id, url: 'https://a.example.vn/' }),
  ])
  expect(answers.map(said)).toEqual([
    [404, 'not_found'],
    [404, 'not_found'],
    [422, 'unknown_reference'],
  ])
  expect((await send(it, admin, 'DELETE', `/webhooks/${other.id}`, undefined, 1)).statusCode).toBe(204)
  expect(await deliveriesOf(other.id)).toEqual([])
})

test('messages are forgotten 30 days after they were delivered and 90 after they were given up; those that wait never are', async () => {
  const webhook = await endpoint()
  const put = (status: string, days: number, finishedDaysAgo: number | null) =>
    it.database.db.execute(sql`
    INSERT INTO webhook_deliveries (id, endpoint_id, status, created_at, finished_at) VALUES (gen_random_uuid(), ${webhook.id}, ${status},
      now() - make_interval(days => ${days}), now() - make_interval(days => ${finishedDaysAgo}::int))`)
  await put('delivered', 31, 31)
  await put('delivered', 31, 1)
  await put('delivered', 29, 29)
  await put('failed', 91, 91)
  await put('failed', 89, 89)
  await it.database.db.execute(sql`UPDATE webhook_endpoints SET disabled_at = now(), disabled_because = 'by_hand' WHERE id = ${webhook.id}`)
  await put('waiting', 400, null)
  expect(await forgetDeliveries(it.database.db)).toBe(2)
  expect((await deliveriesOf(webhook.id)).map(({ status }) => status).sort()).toEqual(['delivered', 'delivered', 'failed', 'waiting'])
})
