import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask } from '../../test/ask.ts'
import { createPortal } from '../../test/portals.ts'
import { signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'

let it: TestApp
let origin: string
beforeAll(async () => {
  it = await createTestApp({ trustedProxies: ['127.0.0.1'] })
  origin = await it.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => it.close())
beforeEach(() => expect.poll(() => it.app.signals.isConnected()).toBe(true))

let asked = 0
/** Asks for something that nobody has asked for. */
const askAnew = (address: string) => {
  asked += 1
  return ask(`${origin}/api/v1/articles/khong-co-${asked}`, { 'x-forwarded-for': address })
}
const askMany = async (count: number, address: string) => {
  const answers = await Promise.all(Array.from({ length: count }, () => askAnew(address)))
  return answers.map(({ status }) => status)
}

test('whoever reads the database more than two hundred times in ten seconds is told to wait; nobody else is, and what is in memory is free', async () => {
  const first = await askAnew('192.0.2.1')
  expect([first.status, first.headers['ratelimit-policy'], first.headers.ratelimit]).toEqual([
    404,
    '"reads";q=200;w=10',
    expect.stringMatching(/^"reads";r=199;t=\d+$/),
  ])
  expect(new Set(await askMany(199, '192.0.2.1'))).toEqual(new Set([404]))
  const refused = await askAnew('192.0.2.1')
  expect([refused.status, refused.headers.ratelimit, refused.headers['retry-after']]).toEqual([
    429,
    expect.stringMatching(/^"reads";r=0;t=\d+$/),
    expect.stringMatching(/^(\d|10)$/),
  ])
  expect(JSON.parse(String(refused.bytes))).toMatchObject({ code: 'too_many_requests' })
  expect(refused.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': expect.stringContaining('retry-after'),
    'x-content-type-options': 'nosniff',
    'x-request-id': expect.any(String),
  })
  expect((await askAnew('192.0.2.2')).status).toBe(404)

  const site = `${origin}/api/v1/site`
  expect((await ask(site, { 'x-forwarded-for': '192.0.2.2' })).headers.ratelimit).toBeDefined()
  const kept = await ask(site, { 'x-forwarded-for': '192.0.2.1' })
  expect([kept.status, kept.headers['cache-status'], kept.headers.ratelimit]).toEqual([200, expect.stringContaining('hit'), undefined])
})

test('a network of IPv6 is one reader', async () => {
  const spread = Array.from({ length: 200 }, (_, n) => askAnew(`2001:db8:1:2::${n.toString(16)}`))
  await Promise.all(spread)
  expect((await askAnew('2001:db8:1:2:ffff::1')).status).toBe(429)
  expect((await askAnew('2001:db8:1:3::1')).status).toBe(404)
})

test('a search counts as two reads', async () => {
  const search = (n: number) => ask(`${origin}/api/v1/search?q=khong+co+${n}`, { 'x-forwarded-for': '192.0.2.3' })
  expect((await search(0)).headers.ratelimit).toMatch(/^"reads";r=198;t=\d+$/)
  await askMany(197, '192.0.2.3')
  expect((await search(1)).status).toBe(429)
})

test('a key has fifty a second or what was agreed with its portal, wherever it comes from; what is in memory is free', async () => {
  const admin = await signIn(it, 'admin')
  const [own, usual, other] = [
    await createPortal(it, admin, { requestsPerSecond: 2 }),
    await createPortal(it, admin),
    await createPortal(it, admin, { requestsPerSecond: 2 }),
  ]
  const askWith = ({ headers }: { headers: object }, address = '192.0.2.5') => {
    asked += 1
    return ask(`${origin}/api/v1/articles/khong-co-${asked}`, { ...headers, 'x-forwarded-for': address })
  }
  const limitsOf = ({ status, headers }: Awaited<ReturnType<typeof ask>>) => [status, headers['ratelimit-policy'], headers.ratelimit]
  const left = (count: number) => expect.stringMatching(new RegExp(`^"reads";r=${count};t=\\d+$`))
  expect(limitsOf(await askWith(own))).toEqual([404, '"reads";q=20;w=10', left(19)])
  expect(limitsOf(await askWith(usual))).toEqual([404, '"reads";q=500;w=10', left(499)])
  await Promise.all(Array.from({ length: 19 }, (_, n) => askWith(own, `192.0.2.${100 + n}`)))
  const refused = await askWith(own)
  expect([limitsOf(refused), refused.headers['retry-after']]).toEqual([[429, '"reads";q=20;w=10', left(0)], expect.any(String)])
  expect([(await askWith(other)).status, (await askAnew('192.0.2.5')).status]).toEqual([404, 404])

  await ask(`${origin}/api/v1/site`, { 'x-forwarded-for': '192.0.2.6' })
  const kept = await ask(`${origin}/api/v1/site`, { ...own.headers, 'x-forwarded-for': '192.0.2.5' })
  expect([kept.status, kept.headers['cache-status'], kept.headers.ratelimit]).toEqual([200, expect.stringContaining('hit'), undefined])
})
