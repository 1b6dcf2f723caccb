import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createPublished, send } from '../../../test/factories.ts'
import { openReads } from '../../../test/open-reads.ts'
import { createPortal, createWebhook, type TestPortal } from '../../../test/portals.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { outgoingCalls } from '../../adapters/outgoing-calls.ts'
import { startDispatch } from '../webhooks/dispatch.ts'

let it: TestApp
let admin: SignedInForTest
let reader: TestPortal
const log: string[] = []
beforeAll(async () => {
  it = await createTestApp({}, { logger: { level: 'trace', stream: { write: (line: string) => log.push(line) } } })
  admin = await signIn(it, 'admin')
  reader = await createPortal(it, admin, { scopes: ['read'] })
})
afterAll(() => it.close())

const spellingsOf = (bytes: Buffer) => [
  bytes.toString('hex'),
  bytes.toString('base64'),
  bytes.toString('base64url'),
  bytes.toString('latin1'),
]

describe('a read-only API key', () => {
  test('is shown no more than whoever has none, by any open read', async () => {
    await createPublished(it, admin)
    const reads = openReads(it).filter(({ path }) => path !== '/api/v1/changes/cursor')
    expect(reads.length).toBeGreaterThan(20)
    for (const { url } of reads) {
      const [without, withKey] = [await it.app.inject(url), await it.app.inject({ url, headers: reader.headers })]
      const problem = ({ body, statusCode }: typeof without) => (statusCode < 400 ? body : JSON.parse(body).code)
      expect([url, withKey.statusCode, problem(withKey)]).toEqual([url, without.statusCode, problem(without)])
    }
  })

  test('in the query is refused by every open read, whatever it is called there', async () => {
    const names = ['key', 'apiKey', 'api_key', 'access_token', 'token', 'authorization']
    await unchanged(it, async () => {
      for (const { url, parameters } of openReads(it)) {
        expect(parameters.filter(({ name }) => names.includes(name))).toEqual([])
        const ask = (name: string) => it.app.inject(`${url}?${new URLSearchParams([[name, reader.key]])}`)
        const answers = await Promise.all(names.map(ask))
        const refusal = url.endsWith('/cursor') ? 401 : 400
        expect([url, ...answers.map(({ statusCode }) => statusCode)]).toEqual([url, ...names.map(() => refusal)])
      }
    })
  })
})

test('Sentinels: keys, their hashes and the secrets of webhooks are in no answer but the one that made them, no log and no audit row', async () => {
  const portal = await createPortal(it, admin)
  const { id, secret } = await createWebhook(it, admin, portal.id)
  const rotated = (await send(it, admin, 'POST', `/webhooks/${id}/secret`, {}, 1)).json().secret
  const { rows } = await it.database.db.execute<Record<string, string>>(sql`
    SELECT encode(hash, 'hex') AS hash, encode(secret, 'hex') AS sealed, encode(former_secret, 'hex') AS former
    FROM api_keys, webhook_endpoints e WHERE api_keys.id = ${portal.keyId} AND e.id = ${id}`)
  const stored = Object.values(rows[0] ?? {}).map((hex) => Buffer.from(hex, 'hex'))
  expect(stored.map(({ length }) => length > 20)).toEqual([true, true, true])
  const plain = [secret, rotated].map((text) => Buffer.from(text.slice('whsec_'.length), 'base64'))
  const secrets = [portal.key, portal.key.slice(13, 56), secret, rotated, ...[...stored, ...plain].flatMap(spellingsOf)]

  const paths = ['/clients', `/clients/${portal.id}`, '/webhooks', `/webhooks/${id}`, '/webhook-deliveries', '/audit?limit=100']
  const answers = await Promise.all(paths.map((path) => send(it, admin, 'GET', path)))
  const pings = await send(it, admin, 'POST', `/webhooks/${id}/ping`, {})
  const used = await Promise.all([
    it.app.inject({ url: '/api/v1/articles', headers: portal.headers }),
    it.app.inject({ url: '/api/v1/changes?nonsense=1', headers: portal.headers }),
    it.app.inject({ url: `/api/v1/articles?key=${portal.key}` }),
    it.app.inject({ url: '/api/v1/editorial/clients', headers: portal.headers }),
  ])
  await it.database.db.execute(sql`ALTER TABLE portal_cursors RENAME TO portal_cursors_away`)
  const broken = await it.app.inject({ url: '/api/v1/changes/cursor', headers: portal.headers })
  await it.database.db.execute(sql`ALTER TABLE portal_cursors_away RENAME TO portal_cursors`)
  expect([used.map(({ statusCode }) => statusCode), broken.statusCode]).toEqual([[200, 400, 400, 401], 500])

  const audit = await it.database.db.execute(sql`SELECT a::text FROM audit_log a`)
  const said = [...answers, pings, ...used, broken].map(({ body }) => body).join('')
  expect([said.includes(portal.key.slice(0, 12)), log.join('').includes('42P01'), audit.rows.length > 3]).toEqual([true, true, true])
  for (const text of [said, log.join(''), JSON.stringify(audit.rows)]) {
    expect(secrets.filter((one) => text.includes(one))).toEqual([])
  }
})

describe('SSRF: a webhook reaches nothing of this machine or its network', () => {
  async function listen(server: Server): Promise<number> {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    return (server.address() as AddressInfo).port
  }

  /** Counts who connects. */
  async function startCanary() {
    const seen = { connections: 0 }
    const port = await listen(
      createServer((socket) => {
        seen.connections += 1
        socket.destroy()
      }),
    )
    return { seen, port }
  }

  const at = (address: string) => [{ address, family: address.includes(':') ? 6 : 4 }]

  /** Sends a trial to the address, which no check of ours has seen before, by the dispatch itself; answers what came of it. */
  async function deliverTo(
    url: string,
    outgoing: ReturnType<typeof outgoingCalls>,
  ): Promise<{ lastStatus: number | null; lastError: string }> {
    const { id } = await createWebhook(it, admin, (await createPortal(it, admin)).id)
    await it.database.db.execute(sql`UPDATE webhook_endpoints SET url = ${url} WHERE id = ${id}`)
    await send(it, admin, 'POST', `/webhooks/${id}/ping`, {})
    const dispatch = startDispatch({ db: it.database.background, outgoing, secrets: it.app.config.secrets, log: () => undefined })
    onTestFinished(() => dispatch.stop())
    const read = async () => (await send(it, admin, 'GET', `/webhook-deliveries?webhookId=${id}`)).json().data[0]
    await expect.poll(async () => (await read()).lastError, { timeout: 5000 }).not.toBeNull()
    await dispatch.stop()
    return await read()
  }

  test('whatever its address says, or a name resolves to', async () => {
    const { seen, port } = await startCanary()
    const refused = { status: 'waiting', lastStatus: null, lastError: expect.stringMatching(/^The address may not be called\. /) }
    for (const host of ['127.0.0.1', '[::ffff:7f00:1]', '2130706433', 'localhost']) {
      const outgoing = outgoingCalls({ ownHosts: [], ports: [port] })
      expect(await deliverTo(`http://${host}:${port}/`, outgoing)).toMatchObject(refused)
    }
    const resolve = async () => [...at('93.184.215.14'), ...at('127.0.0.1')]
    expect(await deliverTo(`http://portal.example.vn:${port}/`, outgoingCalls({ ownHosts: [], ports: [port], resolve }))).toMatchObject(
      refused,
    )
    expect(seen.connections).toBe(0)
  })

  test('nor when its name leads there once it was looked at', async () => {
    const { seen, port } = await startCanary()
    // Of the internet's own, but given to nobody: nothing is sent anywhere.
    const answers = [at('3000::1')]
    const resolve = async () => answers.shift() ?? at('127.0.0.1')
    const outgoing = outgoingCalls({ ownHosts: [], ports: [port], timeout: 200, resolve })
    const { lastError } = await deliverTo(`http://portal.example.vn:${port}/`, outgoing)
    expect([lastError, seen.connections]).toEqual([expect.stringMatching(/^(It cannot be reached|There was no answer)/), 0])
  })

  test('nor by a redirect', async () => {
    const { seen, port } = await startCanary()
    const receiver = await listen(
      createHttpServer((_request, response) => response.writeHead(307, { location: `http://127.0.0.1:${port}/` }).end()),
    )
    const outgoing = outgoingCalls({ ownHosts: [`portal.test:${receiver}`], resolve: async () => at('127.0.0.1') })
    const delivery = await deliverTo(`http://portal.test:${receiver}/`, outgoing)
    expect([delivery.lastStatus, delivery.lastError, seen.connections]).toEqual([307, 'A redirect is not followed.', 0])
  })
})
