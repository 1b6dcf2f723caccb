import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ask as askAt } from '../../test/ask.ts'
import { createPublished, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let it: TestApp
let publisher: SignedInForTest
let origin: string
let elsewhere: pg.Client
beforeAll(async () => {
  // One test cuts a connection.
  it = await createTestApp({ limitsReads: false }, { onError: () => undefined })
  publisher = await signIn(it, 'publisher')
  origin = await it.app.listen({ port: 0, host: '127.0.0.1' })
  elsewhere = new pg.Client({ connectionString: it.databaseUrl })
  await elsewhere.connect()
})
afterAll(async () => {
  await elsewhere.end()
  await it.close()
})
beforeEach(() => expect.poll(() => it.app.signals.isConnected()).toBe(true))

const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const answer = await askAt(origin + path, headers, method)
  return { ...answer, from: answer.headers['cache-status'] ?? '' }
}

const list = '/api/v1/articles'
const untold = { 'x-request-id': expect.any(String), date: expect.any(String), 'cache-status': expect.any(String) }

describe('an answer that is asked for again', () => {
  test('comes from memory, the same to the byte and with the same headers', async () => {
    await createPublished(it, publisher, { title: 'Bài thứ nhất' })
    const [first, again] = [await ask(list), await ask(list)]
    expect([first.from, again.from]).toEqual([
      expect.stringMatching(/^bantin; fwd=miss; ttl=\d+; detail=\d+$/),
      expect.stringMatching('bantin; hit; '),
    ])
    expect(again.bytes).toEqual(first.bytes)
    expect(again.headers).toEqual({ ...first.headers, ...untold })
    expect(again.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
  })

  test('shows at once what was published, corrected and held, to whoever did it', async () => {
    const article = await createPublished(it, publisher, { title: 'Bài sắp được sửa' })
    const path = `/api/v1/articles/${article.id}`
    await ask(path)
    expect((await ask(path)).from).toContain('hit')
    await send(it, publisher, 'POST', `/articles/${article.id}/hold`, {}, article.version)
    expect((await ask(path)).status).toBe(404)
    expect(String((await ask(list)).bytes)).not.toContain(article.id)
  })

  test('shows what another process has changed as soon as the database tells of it', async () => {
    await ask('/api/v1/site')
    await elsewhere.query("UPDATE sites SET name = 'Cổng đổi tên'")
    await expect.poll(async () => String((await ask('/api/v1/site')).bytes)).toContain('Cổng đổi tên')
  })

  test('is read once for all who ask at the same time', async () => {
    await elsewhere.query('UPDATE sites SET name = name')
    const query = vi.spyOn(it.database.delivery, 'query')
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('/api/v1/units')))
    expect(new Set(answers.map(({ bytes }) => String(bytes))).size).toBe(1)
    expect(query.mock.calls.length).toBeLessThanOrEqual(2)
    query.mockRestore()
  })
})

describe('an answer has an entity tag', () => {
  test('of its own in each encoding, and in each of them is the same text', async () => {
    const [plain, packed, zipped] = [
      await ask(list),
      await ask(list, { 'accept-encoding': 'gzip, br' }),
      await ask(list, { 'accept-encoding': 'gzip' }),
    ]
    expect([plain, packed, zipped].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip'])
    expect(new Set([plain, packed, zipped].map(({ headers }) => headers.etag)).size).toBe(3)
    expect([brotliDecompressSync(packed.bytes), gunzipSync(zipped.bytes)]).toEqual([plain.bytes, plain.bytes])
    for (const { headers } of [plain, packed, zipped]) expect(headers.vary).toBe('accept-encoding')
  })

  test.each(['br', 'identity'])('by which whoever knows it is told so in a few bytes: %s, kept or not', async (encoding) => {
    const headers = { 'accept-encoding': encoding }
    const { etag = '' } = (await ask(list, headers)).headers
    await elsewhere.query('UPDATE sites SET name = name')
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*', etag]) {
      const known = await ask(list, { ...headers, 'if-none-match': tag })
      expect([known.status, known.bytes.length, known.headers.etag, known.headers['content-type']]).toEqual([304, 0, etag, undefined])
      expect(known.headers['cache-control']).toBe('public, max-age=0, s-maxage=10, stale-if-error=60')
    }
    expect((await ask(list, { ...headers, 'if-none-match': '"other"' })).status).toBe(200)
  })

  test('also where only headers are asked for, kept or not', async () => {
    const { headers } = await ask(list)
    await elsewhere.query('UPDATE sites SET name = name')
    for (const _time of [1, 2]) {
      const only = await ask(list, {}, 'HEAD')
      expect([only.status, only.bytes.length]).toEqual([200, 0])
      expect(only.headers).toEqual({ ...headers, ...untold })
    }
    await elsewhere.query('UPDATE sites SET name = name')
    for (const _time of [1, 2]) {
      const known = await ask(list, { 'if-none-match': String(headers.etag) }, 'HEAD')
      expect([known.status, known.bytes.length, known.headers.etag]).toEqual([304, 0, headers.etag])
    }
  })
})

test('what is kept waits for no body that a reader sends with his question', async () => {
  await ask(list)
  const answers = [await ask(list), await ask(list, { 'content-length': '5' }), await ask(list, { 'transfer-encoding': 'chunked' })]
  expect(answers.map(({ status, from, headers }) => [status, from.includes('hit'), headers.connection])).toEqual([
    [200, true, 'keep-alive'],
    [200, true, 'close'],
    [200, true, 'close'],
  ])
})

describe('nothing else is kept', () => {
  test('what is not there is asked for again each time, and so is a wrong question', async () => {
    for (const [path, status] of [
      ['/api/v1/articles/khong-co', 404],
      ['/api/v1/articles?limit=0', 400],
    ] as const) {
      for (const _time of [1, 2]) {
        const answer = await ask(path)
        expect([answer.status, answer.headers['cache-control'], answer.headers['cache-status']]).toEqual([status, 'no-store', undefined])
      }
    }
  })

  test('while the database tells nothing, every answer is read anew, and again from memory after', async () => {
    await ask(list)
    expect((await ask(list)).from).toContain('hit')
    await elsewhere.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bantin signals' AND datname = current_database()",
    )
    await expect.poll(() => it.app.signals.isConnected()).toBe(false)
    expect([(await ask(list)).from, (await ask(list)).from]).toEqual([
      expect.stringContaining('fwd=miss'),
      expect.stringContaining('fwd=miss'),
    ])
    await expect.poll(async () => (await ask(list)).from).toContain('hit')
  })
})
