import { expect, test } from 'vitest'
import { type Answer as KeptAnswer, toAnswer } from '../lib/answer-cache.ts'
import { type Inject, inProcessFetch } from './in-process-fetch.ts'

const origin = 'http://localhost:3000'
type Answer = { statusCode: number; headers?: Record<string, string>; body?: string }

function fetchOver(answers: Record<string, Answer>, kept: Record<string, KeptAnswer> = {}) {
  const asked: string[] = []
  const noted: unknown[] = []
  const inject: Inject = async ({ url }) => {
    asked.push(url)
    const { statusCode, headers = {}, body = '' } = answers[url] ?? { statusCode: 404 }
    return { statusCode, headers, rawPayload: Buffer.from(body) }
  }
  const fetchFor = inProcessFetch({ inject, findKept: (url) => kept[url], publicUrl: origin })
  return { fetch: fetchFor((validity) => noted.push(validity)), asked, noted }
}

test('reads the API by path, and gives status, headers and text as they are', async () => {
  const { fetch } = fetchOver({ '/api/v1/site?a=%20': { statusCode: 200, headers: { etag: '"x"' }, body: '{"name":"Cổng"}' } })
  const answer = await fetch('/api/v1/site?a=%20')
  expect([answer.status, answer.headers.get('etag'), await answer.json()]).toEqual([200, '"x"', { name: 'Cổng' }])
  expect((await fetch('/api/v1/nothing')).status).toBe(404)
})

test('follows redirects inside the API, and gives up on a circle', async () => {
  const { fetch, asked } = fetchOver({
    '/api/v1/old': { statusCode: 308, headers: { location: `${origin}/api/v1/new` } },
    '/api/v1/new': { statusCode: 200, body: '1' },
    '/api/v1/round': { statusCode: 308, headers: { location: '/api/v1/round' } },
  })
  expect(await (await fetch('/api/v1/old')).json()).toBe(1)
  expect(asked).toEqual(['/api/v1/old', '/api/v1/new'])
  expect((await fetch('/api/v1/round')).status).toBe(308)
})

test('asks nobody else, also when a redirect says so', async () => {
  const { fetch, asked } = fetchOver({ '/api/v1/away': { statusCode: 308, headers: { location: 'http://127.0.0.1:9/api/' } } })
  for (const address of ['http://example.com/api/v1/site', '//example.com/api/', '/media/x', '/api/v1/away']) {
    await expect(fetch(address)).rejects.toThrow('only their own API')
  }
  expect(asked).toEqual(['/api/v1/away'])
})

test('hears until when each answer is true, and that one is stale', async () => {
  const { fetch, noted } = fetchOver({
    '/api/v1/site': { statusCode: 200, headers: { 'cache-status': 'bantin; hit; ttl=42; detail=7' } },
    '/api/v1/units': { statusCode: 200, headers: { 'cache-status': 'bantin; hit; stale' } },
    '/api/v1/tags': { statusCode: 404 },
  })
  for (const address of ['/api/v1/site', '/api/v1/units', '/api/v1/tags']) await fetch(address)
  expect(noted).toEqual([{ generation: 7, seconds: 42 }, 'stale'])
})

test('what is in memory is asked of nobody, and says until when it is true; the same bytes are parsed once', async () => {
  const keep = (generation: number) => toAnswer({}, Buffer.from('{"name":"Cổng"}'), { generation, seconds: 42 })
  const { fetch, asked, noted } = fetchOver({}, { '/api/v1/site': keep(7), '/api/v1/site?b': keep(8) })
  const [one, other] = [await fetch('/api/v1/site'), await fetch(`${origin}/api/v1/site?b`)]
  expect([one.ok, one.status, await one.text(), await (await one.blob()).text()]).toEqual([true, 200, '{"name":"Cổng"}', '{"name":"Cổng"}'])
  expect(await one.json()).toEqual({ name: 'Cổng' })
  expect(await other.json()).toBe(await one.json())
  expect(asked).toEqual([])
  const within = expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 42)
  expect(noted).toEqual([7, 8].map((generation) => ({ generation, seconds: within })))
})

test('what any cache on the way may keep for seconds is asked for once in them, but nothing that a generation ends, and no failure', async () => {
  const brief = { 'cache-control': 'public, max-age=0, s-maxage=10' }
  const { fetch, asked } = fetchOver({
    '/api/v1/analytics/summary': { statusCode: 200, headers: brief, body: '{"total":1}' },
    '/api/v1/site': { statusCode: 200, headers: { ...brief, 'cache-status': 'bantin; hit; ttl=42; detail=7' }, body: '1' },
    '/api/v1/previews/a': { statusCode: 200, headers: { 'cache-control': 'no-store' }, body: '1' },
    '/api/v1/gone': { statusCode: 404, headers: brief },
  })
  const paths = ['analytics/summary', 'site', 'previews/a', 'gone'].map((name) => `/api/v1/${name}`)
  for (const path of [...paths, ...paths]) await fetch(path)
  expect(asked).toEqual([...paths, ...paths.slice(1)])
  expect(await (await fetch('/api/v1/analytics/summary')).json()).toEqual({ total: 1 })
})
