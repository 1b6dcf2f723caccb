import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAccount, password, post, signInKnowing } from '../../test/auth-client.ts'
import { send } from '../../test/factories.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { auditLog } from '../db/schema/audit.ts'
import { loginAttempts } from '../db/schema/login-attempts.ts'
import { sessions } from '../db/schema/sessions.ts'

let it: TestApp
const log: string[] = []
beforeAll(async () => {
  const stream = { write: (line: string) => log.push(line) }
  it = await createTestApp({ trustedProxies: ['192.0.2.0/24'] }, { logger: { level: 'warn', stream } })
})
afterAll(() => it.close())
beforeEach(() => it.app.db.delete(loginAttempts))

let tries = 0
const fail = (forwarded: string, remoteAddress = '192.0.2.1') =>
  post(it, 'login', {
    body: { email: `somebody-${tries++}@example.test`, password: 'wrong' },
    headers: { 'x-forwarded-for': forwarded },
    remoteAddress,
  })
const counted = async () =>
  (await it.app.db.selectDistinct({ address: loginAttempts.address }).from(loginAttempts)).map(({ address }) => address)

test.each([
  ['a port behind it', (n: number) => `203.0.113.7:${4000 + n}`, '203.0.113.7'],
  ['brackets and a port', (n: number) => `[2001:db8:1:2::7]:${4000 + n}`, '2001:db8:1:2::/64'],
  ['IPv6 clothes', (n: number) => `[::ffff:203.0.113.7]:${4000 + n}`, '203.0.113.7'],
  ['a trusted proxy with a port behind it', (n: number) => `203.0.113.7, 192.0.2.9:${4000 + n}`, '203.0.113.7'],
  ['what its client invented before it', (n: number) => `198.51.100.${n}, x${n}, 203.0.113.7:${4000 + n}`, '203.0.113.7'],
  ['rubbish in its place', (n: number) => `198.51.100.${n}, no address ${n}`, '192.0.2.1'],
])('an address that a trusted proxy hands on with %s has one allowance', async (_name, forwarded, address) => {
  for (let n = 0; n < 10; n += 1) expect((await fail(forwarded(n))).statusCode).toBe(401)
  expect((await fail(forwarded(10))).statusCode).toBe(429)
  expect(await counted()).toEqual([address])
})

test('audit log and sessions have the address in one spelling', async () => {
  const email = await createAccount(it)
  const headers = { 'x-forwarded-for': '[::FFFF:203.0.113.7]:4711' }
  const signedIn = await post(it, 'login', { body: { email, password }, headers, remoteAddress: '::ffff:192.0.2.1' })
  const { id } = signedIn.json().user
  const [session] = await it.app.db.select().from(sessions).where(eq(sessions.userId, id))
  expect(session?.address).toBe('203.0.113.7')
  const editor = await signInKnowing(it)
  await send(it, editor, 'PATCH', '/notifications/settings', { mail: 'off' }, 1)
  const noted = await it.app.db.selectDistinct({ address: auditLog.address }).from(auditLog)
  for (const { address } of noted) expect([null, '203.0.113.7', '127.0.0.1']).toContain(address)
})

test('that a proxy is not named is one line of the log, without an address', async () => {
  log.splice(0)
  for (let n = 0; n < 3; n += 1) await fail(`203.0.113.${n}`, '198.51.100.1')
  expect(await counted()).toEqual(['198.51.100.1'])
  expect(log.map((line) => JSON.parse(line).msg)).toEqual([expect.stringMatching(/TRUSTED_PROXIES/)])
  expect(log.join('')).not.toMatch(/198\.51\.100|203\.0\.113/)
  await fail('203.0.113.7')
  expect(log).toHaveLength(1)
})
