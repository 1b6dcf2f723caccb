import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type BantinClient, type ChangesOptions, createClient } from './client.ts'
import { BantinError, NewEpochError } from './errors.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const servers: (() => void)[] = []
afterEach(() => {
  for (const close of servers.splice(0)) close()
})

/** A portal that gives these answers one after the other, the last one again and again. */
async function portal(...answers: Answer[]) {
  const asked: { url: string; headers: IncomingMessage['headers']; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (text) => {
      body += text
    })
    request.on('end', () => {
      asked.push({ url: `${request.method} ${request.url}`, headers: request.headers, body })
      answers[Math.min(asked.length, answers.length) - 1]?.(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { asked, baseUrl, client: createClient({ baseUrl, firstPause: 1, tries: 4 }), keyed: createClient({ baseUrl, apiKey: 'btk_x' }) }
}

const json =
  (body: object, headers: Record<string, string> = {}, status = 200): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
const problem = (status: number, code: string, headers = {}) =>
  json({ status, code, title: code }, { 'content-type': 'application/problem+json', ...headers }, status)
const page = (cursor: string, ids: number[], more = false) =>
  json({ data: ids.map((seq) => ({ seq, action: 'put', id: `a${seq}` })), cursor, more, head: 'sha256:0' })

async function seqs(client: BantinClient, options: ChangesOptions = {}): Promise<number[]> {
  const found: number[] = []
  for await (const { seq } of client.changes(options)) found.push(seq)
  return found
}

describe('the feed', () => {
  test('is read page by page to its end, each cursor stored and acknowledged once its page is consumed', async () => {
    const { asked, keyed } = await portal(page('1:2..9', [1, 2], true), json({}), page('1:9', [9]), json({}))
    const log: string[] = []
    const store = { read: () => undefined, write: (cursor: string) => void log.push(`stored ${cursor}`) }
    for await (const { seq } of keyed.changes({ store, acknowledge: true, include: 'article' })) log.push(`applied ${seq}`)
    expect(log).toEqual(['applied 1', 'applied 2', 'stored 1:2..9', 'applied 9', 'stored 1:9'])
    expect(asked.map(({ url, body }) => `${url} ${body}`)).toEqual([
      'GET /api/v1/changes?include=article ',
      'PUT /api/v1/changes/cursor {"cursor":"1:2..9"}',
      'GET /api/v1/changes?include=article&cursor=1%3A2..9 ',
      'PUT /api/v1/changes/cursor {"cursor":"1:9"}',
    ])
    expect(asked.every(({ headers }) => headers.authorization === 'Bearer btk_x')).toBe(true)
  })

  test('of which a page was left halfway is told again from the cursor before it', async () => {
    const { asked, client } = await portal(page('1:1', [1], true), page('1:3', [2, 3]))
    let stored: string | undefined
    const store = {
      read: () => stored,
      write: (cursor: string) => {
        stored = cursor
      },
    }
    for await (const { seq } of client.changes({ store })) if (seq === 2) break
    expect(stored).toBe('1:1')
    expect(await seqs(client, { store })).toEqual([2, 3])
    expect(asked.at(-1)?.url).toBe('GET /api/v1/changes?cursor=1%3A1')
    expect(stored).toBe('1:3')
  })

  test('is followed with the portal keeping its answer back, and left when the signal says so', async () => {
    const leaving = new AbortController()
    const { asked, keyed } = await portal(page('1:1', [1]), page('1:1', []), page('1:2', [2]), () => leaving.abort(new Error('enough')))
    await expect(seqs(keyed, { wait: 25, signal: leaving.signal })).rejects.toThrow('enough')
    const cursor = '/api/v1/changes?cursor=1%3A'
    expect(asked.map(({ url }) => url.slice(4))).toEqual([
      '/api/v1/changes',
      `${cursor}1&wait=25`,
      `${cursor}1&wait=25`,
      `${cursor}2&wait=25`,
    ])
  })

  test('without a key is asked again from time to time, with the tag of what was answered', async () => {
    const leaving = new AbortController()
    const unchanged: Answer = (_request, response) => response.writeHead(304).end()
    const tagged = json({ data: [], cursor: '1:1', more: false, head: '' }, { etag: '"t"' })
    const { asked, client } = await portal(tagged, tagged, unchanged, () => leaving.abort(new Error('enough')))
    await expect(seqs(client, { wait: 0, signal: leaving.signal })).rejects.toThrow('enough')
    expect(asked.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, undefined, '"t"', '"t"'])
    expect(asked.some(({ url }) => url.includes('wait'))).toBe(false)
  })

  test.each([
    ['another epoch', '700:3'],
    ['a place before the cursor', '1:3..8'],
  ])('that answers with %s is not applied: the mirror is emptied and a first run made, or it fails', async (_case, answered) => {
    const { asked, client } = await portal(page(answered, [3]), page(answered, [3], true), page(answered.replace(/:.*/, ':8'), [8]))
    const log: (number | string)[] = []
    for await (const { seq } of client.changes({ cursor: '1:40', onNewEpoch: () => void log.push('emptied') })) log.push(seq)
    expect(log).toEqual(['emptied', 3, 8])
    expect(asked[1]?.url).toBe('GET /api/v1/changes')
    const failed = seqs((await portal(page(answered, [3]))).client, { cursor: '1:40' })
    await expect(failed).rejects.toThrow(NewEpochError)
  })
})

describe('a request', () => {
  test('that may come right is sent again, after what Retry-After says; the last answer is the error', async () => {
    const cut: Answer = (request) => request.socket.destroy()
    const cutHalfway: Answer = (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"data"')
      setImmediate(() => request.socket.destroy())
    }
    const busy = problem(503, 'unavailable', { 'retry-after': '0' })
    const { asked, client } = await portal(cut, cutHalfway, busy, json({ data: [] }))
    expect(await client.get('/articles', { limit: 5, tag: undefined })).toEqual({ data: [] })
    expect(asked.map(({ url }) => url)).toEqual(Array(4).fill('GET /api/v1/articles?limit=5'))

    const away = await portal(busy)
    await expect(away.client.get('/site')).rejects.toMatchObject({ status: 503, code: 'unavailable' })
    expect(away.asked).toHaveLength(4)
  })

  test('that is refused is not sent again; what is not public is undefined', async () => {
    const refused = await portal(problem(400, 'invalid_request'))
    await expect(refused.client.articles({ limit: 5000 })).rejects.toThrow(BantinError)
    expect(refused.asked).toHaveLength(1)
    expect(await (await portal(problem(404, 'not_found'))).client.article('không/có')).toBeUndefined()
    expect(await (await portal(problem(410, 'article_removed'))).client.article('x')).toBeUndefined()
    const unkeyed = await portal(problem(401, 'key_needed'))
    await expect(unkeyed.client.acknowledge('1:1')).rejects.toMatchObject({ code: 'key_needed' })
  })

  test('for what has not changed is answered without its bytes, each time with an object of its own', async () => {
    const unchanged: Answer = ({ headers }, response) => response.writeHead(headers['if-none-match'] === '"1"' ? 304 : 500).end()
    const { client } = await portal(json({ id: 'a', title: 'Tên' }, { etag: '"1"' }), unchanged)
    const first = await client.article('a')
    if (first) first.title = 'Khác'
    expect(await client.article('a')).toEqual({ id: 'a', title: 'Tên' })
  })
})
