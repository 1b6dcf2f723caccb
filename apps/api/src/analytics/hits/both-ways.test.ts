import { randomUUID } from 'node:crypto'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAnswers } from '../../../test/check-answers.ts'
import { createPublished } from '../../../test/factories.ts'
import { countDrops, newReader, storedHits } from '../../../test/hits.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let articleId: string
/** How many requests the framework has seen. */
let seen = 0
beforeAll(async () => {
  const prepare: typeof checkAnswers = (app) => {
    checkAnswers(app)
    app.addHook('onRequest', async () => {
      seen += 1
    })
  }
  it = await createTestApp({ trustedProxies: ['127.0.0.1/32'] }, { prepare })
  articleId = (await createPublished(it, await signIn(it, 'publisher'))).id
  await it.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => it.close())

interface Asked {
  url?: string
  headers?: Record<string, string>
  body: string
  /** How it goes over the line; as one piece by default. */
  pieces?: (head: string, body: string) => string[]
}

interface Answered {
  status: number
  headers: Record<string, string>
  body: string
}

const hits = '/api/v1/analytics/hits'
const json = 'application/json'

async function byInject({ url = hits, headers, body }: Asked): Promise<Answered> {
  const answer = await it.app.inject({ method: 'POST', url, headers: { 'content-type': json, ...headers }, body })
  return { status: answer.statusCode, headers: plain(answer.headers as Record<string, string>), body: answer.body }
}

async function bySocket({ url = hits, headers, body, pieces = (...all) => [all.join('')] }: Asked): Promise<Answered> {
  const socket = connect((it.app.server.address() as AddressInfo).port, '127.0.0.1').setNoDelay()
  const given = { host: 'localhost:80', connection: 'close', 'content-type': json, 'content-length': Buffer.byteLength(body), ...headers }
  const lines = Object.entries(given).map(([name, value]) => `${name}: ${value}\r\n`)
  const answered = text(socket)
  for (const piece of pieces(`POST ${url} HTTP/1.1\r\n${lines.join('')}\r\n`, body)) {
    socket.write(piece)
    await wait(20)
  }
  const [head = '', rest = ''] = (await answered).replace('HTTP/1.1 100 Continue\r\n\r\n', '').split(/\r\n\r\n(.*)/s)
  const [line = '', ...own] = head.split('\r\n')
  return { status: Number(line.slice(9, 12)), headers: plain(Object.fromEntries(own.map((header) => header.split(': ')))), body: rest }
}

const ofOne = new Set(['date', 'connection', 'keep-alive'])

function plain(headers: Record<string, string>): Record<string, string> {
  const kept = Object.entries(headers).flatMap(([name, value]) =>
    ofOne.has(name.toLowerCase()) ? [] : [[name.toLowerCase(), value] as const],
  )
  const isId = (value: string) => (/^[0-9a-f-]{36}$/.test(value) ? 'an id' : value)
  return Object.fromEntries(kept.map(([name, value]) => [name, name === 'x-request-id' ? isId(value) : String(value)]))
}

/** The same by both ways, each with an id of its own: what they answer and what they leave. Asserts who has seen the second one. */
async function bothWays(seenBy: 'the framework' | 'nobody else', asked: (id: string) => Asked) {
  const outcomes = []
  for (const send of [byInject, bySocket]) {
    const [id, before, drops] = [randomUUID(), seen, await countDrops(it)]
    const answer = await send(asked(id))
    const now = await countDrops(it)
    const dropped = Object.entries(now).filter(([cause, count]) => count !== drops[cause])
    outcomes.push({ answer, rows: await storedHits(it, id), dropped: dropped.map(([cause]) => cause) })
    if (send === bySocket) expect(seen - before).toBe(seenBy === 'the framework' ? 1 : 0)
  }
  const [inject, socket] = outcomes
  expect(socket).toEqual(inject)
  return inject as NonNullable<typeof inject>
}

const hit = (fields: object) => (id: string) => JSON.stringify({ id, path: '/', entry: true, ...fields })
const decomposed = '/tin-tức'.normalize('NFD')

describe('an ordinary hit is taken before the framework, as the framework would have', () => {
  test.each<[string, (id: string) => string, Record<string, string>, object]>([
    ['of a path', hit({}), {}, { path: '/', visit: true }],
    [
      'of an article, from a page elsewhere',
      (id) => hit({ articleId, path: undefined, referrer: 'https://zalo.me/' })(id),
      {},
      { referrerHost: 'zalo.me' },
    ],
    ['from a page of this site', hit({ referrer: 'http://localhost:3000/a' }), {}, { visit: false }],
    ['whose text is cleaned', hit({ path: decomposed }), {}, { path: decomposed.normalize('NFC') }],
    ['of who asked not to be tracked', hit({}), { dnt: '1' }, { visitor: null, visit: true }],
    ['behind a proxy', hit({}), { 'x-forwarded-for': 'x, [2001:DB8::7]:4711' }, { visit: true }],
    [
      'behind a proxy that hands the host on',
      hit({ referrer: 'https://tin.example.vn/a' }),
      { 'x-forwarded-host': 'a, tin.example.vn' },
      { visit: false },
    ],
  ])('%s', async (_name, body, headers, row) => {
    const { userAgent } = newReader()
    const { answer, rows } = await bothWays('nobody else', (id) => ({ body: body(id), headers: { 'user-agent': userAgent, ...headers } }))
    expect([answer.status, answer.body]).toEqual([204, ''])
    expect(answer.headers).toMatchObject({ 'x-request-id': 'an id', 'x-content-type-options': 'nosniff' })
    expect(rows).toMatchObject([row])
  })

  test.each<[string, object, Record<string, string>, string]>([
    ['a bot', {}, { 'user-agent': 'curl/8.5.0' }, 'bot'],
    ['an unknown article', { articleId: randomUUID() }, {}, 'not_public'],
  ])('%s', async (_name, fields, headers, cause) => {
    const { userAgent } = newReader()
    const { answer, rows, dropped } = await bothWays('nobody else', (id) => ({
      body: hit(fields)(id),
      headers: { 'user-agent': userAgent, ...headers },
    }))
    expect([answer.status, rows, dropped]).toEqual([204, [], [cause]])
  })

  test('and so is a heartbeat', async () => {
    const present = async () => (await it.database.db.execute(sql`SELECT FROM presence`)).rowCount
    const before = await present()
    const asked = () => ({ url: '/api/v1/analytics/heartbeats', body: '{}', headers: { 'user-agent': newReader().userAgent } })
    expect((await bothWays('nobody else', asked)).answer.status).toBe(204)
    expect(await present()).toBe((before ?? 0) + 2)
  })

  test('and so are several that come at once on one connection', async () => {
    const ids = Array.from({ length: 3 }, () => randomUUID())
    const socket = connect((it.app.server.address() as AddressInfo).port, '127.0.0.1')
    const requests = ids.map((id, n) => {
      const body = hit({})(id)
      const end = n === 2 ? 'connection: close\r\n' : ''
      return `POST ${hits} HTTP/1.1\r\nhost: a\r\n${end}user-agent: ${newReader().userAgent}\r\ncontent-type: ${json}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
    })
    socket.write(requests.join(''))
    expect((await text(socket)).match(/HTTP\/1\.1 204 /g)).toHaveLength(3)
    expect(await storedHits(it, ...ids)).toHaveLength(3)
  })
})

describe('what is out of the ordinary comes to the framework whole', () => {
  test.each<[string, Partial<Asked>]>([
    ['with a charset', { headers: { 'content-type': `${json}; charset=utf-8` } }],
    ['in two pieces', { pieces: (head, body) => [head + body.slice(0, 9), body.slice(9)] }],
    ['behind its headers', { pieces: (head, body) => [head, body] }],
    ['that waits to be asked for', { headers: { expect: '100-continue' }, pieces: (head, body) => [head, body] }],
  ])('a body %s', async (_name, rest) => {
    const { userAgent } = newReader()
    const asked = (id: string) => ({ body: hit({})(id), ...rest, headers: { 'user-agent': userAgent, ...rest.headers } })
    const { answer, rows } = await bothWays('the framework', asked)
    expect(answer.status).toBe(204)
    expect(rows).toMatchObject([{ visit: true }])
  })

  test('a body in chunks', async () => {
    const id = randomUUID()
    const body = hit({})(id)
    const pieces = (head: string) => [
      `${head.replace(/content-length: \d+/, 'transfer-encoding: chunked')}${body.length.toString(16)}\r\n${body}\r\n`,
      '0\r\n\r\n',
    ]
    expect((await bySocket({ body, pieces, headers: { 'user-agent': newReader().userAgent } })).status).toBe(204)
    expect(await storedHits(it, id)).toHaveLength(1)
  })

  test.each<[string, number, string, Partial<Asked> & { body?: string }]>([
    ['text', 415, 'unsupported_media_type', { headers: { 'content-type': 'text/plain' } }],
    ['no JSON', 400, 'invalid_json', { body: '{"id":' }],
    ['nothing', 400, 'invalid_json', { body: '' }],
    ['a prototype', 400, 'invalid_json', { body: '{"__proto__":{"id":"x"}}' }],
    ['no object', 400, 'invalid_request', { body: '[]' }],
    ['an unknown field', 400, 'invalid_request', { body: hit({ ip: '203.0.113.9' })(randomUUID()) }],
    ['NUL in a text', 400, 'invalid_request', { body: hit({ referrer: 'https://a.test/\u0000' })(randomUUID()) }],
    ['too much', 413, 'body_too_large', { body: hit({ referrer: 'x'.repeat(5000) })(randomUUID()) }],
    ['a parameter', 400, 'invalid_request', { url: `${hits}?a=1` }],
    ['another method of the same address', 404, 'not_found', { url: `${hits}/` }],
  ])('%s is refused', async (_name, status, code, rest) => {
    const asked = (id: string) => ({ body: hit({})(id), ...rest, headers: { 'user-agent': newReader().userAgent, ...rest.headers } })
    const { answer } = await unchanged(it, () => bothWays('the framework', asked))
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([status, code])
  })
})

describe('what is refused when it was taken is refused alike', () => {
  test('a hit of nothing', async () => {
    const asked = (id: string) => ({ body: hit({ path: undefined })(id), headers: { 'user-agent': newReader().userAgent } })
    const { answer } = await unchanged(it, () => bothWays('nobody else', asked))
    expect([answer.status, JSON.parse(answer.body).errors[0].pointer]).toEqual([400, '/articleId'])
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' })
  })

  test('hits that cannot be written', async () => {
    await it.database.db.execute(sql`ALTER TABLE presence RENAME TO presence_away`)
    const asked = (id: string) => ({ body: hit({})(id), headers: { 'user-agent': newReader().userAgent } })
    expect((await bothWays('nobody else', asked)).answer.status).toBe(500)
    await it.database.db.execute(sql`ALTER TABLE presence_away RENAME TO presence`)
  })

  test('what fails before anything waits', async () => {
    const { callerOf } = it.app
    it.app.callerOf = () => {
      throw new Error('a mistake')
    }
    const asked = (id: string) => ({ body: hit({})(id), headers: { 'user-agent': newReader().userAgent } })
    expect((await bothWays('nobody else', asked)).answer.status).toBe(500)
    it.app.callerOf = callerOf
  })

  test('hits under pressure, which the framework turns away', async () => {
    const { isPressed } = it.app
    it.app.isPressed = () => true
    const asked = (id: string) => ({ body: hit({})(id), headers: { 'user-agent': newReader().userAgent } })
    const { answer } = await unchanged(it, () => bothWays('the framework', asked))
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5'])
    it.app.isPressed = isPressed
  })
})
