import { verify } from '@node-rs/argon2'
import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAccount, password, post } from '../../../test/auth-client.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { buildApp } from '../../app.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'

// Counted, not replaced: the real one still runs.
vi.mock(import('@node-rs/argon2'), async (original) => {
  const real = await original()
  return { ...real, verify: vi.fn(real.verify) }
})

let it: TestApp
beforeAll(async () => {
  it = await createTestApp({ trustedProxies: ['127.0.0.1/32'] })
})
afterAll(() => it.close())
beforeEach(async () => {
  await it.app.db.delete(loginAttempts)
  vi.mocked(verify).mockClear()
})

interface Try {
  email: string
  password?: string
  from?: string
  body?: object
  headers?: Record<string, string>
}

const attempt = ({ email, password: given = 'wrong', from = '203.0.113.1', body, headers }: Try) =>
  post(it, 'login', { body: { email, password: given, ...body }, remoteAddress: from, ...(headers ? { headers } : {}) })

async function failTenTimes(one: (index: number) => Try): Promise<void> {
  for (let index = 0; index < 10; index++) expect((await attempt(one(index))).statusCode).toBe(401)
}

/** The address of the n-th of many clients that have nothing in common. */
const elsewhere = (index: number) => `198.51.100.${index + 1}`

describe('the eleventh failing try within a minute', () => {
  test('for an account is a 429 that says when to come back, wherever the tries come from', async () => {
    const email = await createAccount(it)
    await failTenTimes((index) => ({ email, from: elsewhere(index) }))
    vi.mocked(verify).mockClear()
    const answer = await attempt({ email, from: elsewhere(10) })
    expect(answer.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect(verify).not.toHaveBeenCalled()
  })

  test('for an account is a 429 with the right password too, and in other capitals', async () => {
    const email = await createAccount(it)
    await failTenTimes((index) => ({ email: index % 2 ? email.toUpperCase() : email, from: elsewhere(index) }))
    expect((await attempt({ email, password, from: elsewhere(10) })).statusCode).toBe(429)
    expect((await attempt({ email: email.replace('account', 'AcCount'), from: elsewhere(11) })).statusCode).toBe(429)
  })

  test('from an address is a 429, whatever the account, and other addresses go on', async () => {
    await failTenTimes((index) => ({ email: `somebody-${index}@example.test` }))
    const email = await createAccount(it)
    expect((await attempt({ email, password })).statusCode).toBe(429)
    expect((await attempt({ email, password, from: elsewhere(0) })).statusCode).toBe(200)
  })

  test('from one IPv6 network is a 429, whatever address of it is used', async () => {
    await failTenTimes((index) => ({ email: `somebody-${index}@example.test`, from: `2001:db8::${index + 1}` }))
    expect((await attempt({ email: 'one-more@example.test', from: '2001:db8::ffff:1' })).statusCode).toBe(429)
  })

  test('is a 429 whatever header or field the client varies', async () => {
    const email = await createAccount(it)
    await failTenTimes((index) => ({ email, headers: { 'x-forwarded-for': elsewhere(index), 'x-real-ip': elsewhere(index) } }))
    await it.app.db.update(loginAttempts).set({ account: 'another@example.test' })
    expect((await attempt({ email, headers: { 'x-forwarded-for': elsewhere(10), forwarded: 'for=1.2.3.4' } })).statusCode).toBe(429)
    expect((await attempt({ email, body: { otp: '1' } })).statusCode).toBe(400)
  })

  test('is a 429 whatever path spelling, extra fields or node', async () => {
    const email = await createAccount(it)
    await failTenTimes((index) => ({ email, from: elsewhere(index) }))
    for (const body of [{ code: '123456' }, { trustDevice: true }, { email: ` ${email}`.trim() }]) {
      expect((await attempt({ email, password, from: elsewhere(10), body })).statusCode).toBe(429)
    }
    for (const path of [
      '%6cogin',
      'l%6fgin',
      'login?',
      'login#x',
      './login',
      'x/../login',
      'login/',
      '/login',
      'LOGIN',
      'login;x',
      'login%2f',
      'login%00',
    ]) {
      const answer = await post(it, path, { body: { email, password }, remoteAddress: elsewhere(11) })
      expect([path, [404, 429].includes(answer.statusCode)]).toEqual([path, true])
    }
    const app = await buildApp({ config: testConfig, database: it.database, mediaStore: it.mediaStore })
    expect((await post({ ...it, app }, 'login', { body: { email, password }, remoteAddress: elsewhere(12) })).statusCode).toBe(429)
    await app.close()
  })

  test('is counted under the address that a trusted proxy names', async () => {
    const through = (address: string) => ({ from: '127.0.0.1', headers: { 'x-forwarded-for': address } })
    await failTenTimes((index) => ({ email: `somebody-${index}@example.test`, ...through(elsewhere(1)) }))
    expect((await attempt({ email: 'one-more@example.test', ...through(`6.6.6.6, ${elsewhere(1)}`) })).statusCode).toBe(429)
    expect((await attempt({ email: 'one-more@example.test', ...through(elsewhere(2)) })).statusCode).toBe(401)
  })

  test('of fifty at once is never checked', async () => {
    const email = await createAccount(it)
    vi.mocked(verify).mockClear()
    const answers = await Promise.all(Array.from({ length: 50 }, (_, index) => attempt({ email, from: elsewhere(index) })))
    expect(vi.mocked(verify).mock.calls.length).toBeLessThanOrEqual(10)
    expect(answers.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThanOrEqual(40)
  })

  test('is told to wait a second when the others are still being checked', async () => {
    const [from, email] = ['203.0.113.1', await createAccount(it)]
    const running = Array.from({ length: 10 }, (_, index) => ({ id: uuidv7(), account: `somebody-${index}@example.test`, address: from }))
    await it.app.db.insert(loginAttempts).values(running)
    const answer = await attempt({ email, password, from })
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '1'])
    await it.app.db.update(loginAttempts).set({ failed: true })
    expect(Number((await attempt({ email, password, from })).headers['retry-after'])).toBeGreaterThan(30)
  })

  test('is allowed again when the minute has passed, and refused tries do not make it longer', async () => {
    const email = await createAccount(it)
    await failTenTimes(() => ({ email }))
    for (let more = 0; more < 5; more++) expect((await attempt({ email })).statusCode).toBe(429)
    expect(await it.app.db.select().from(loginAttempts)).toHaveLength(10)
    await it.app.db.update(loginAttempts).set({ at: sql`at - interval '60 seconds'` })
    expect((await attempt({ email, password })).statusCode).toBe(200)
    expect(await it.app.db.select().from(loginAttempts)).toEqual([])
  })
})

test('a good sign-in does not wipe out the failures that stand against its address', async () => {
  const email = await createAccount(it)
  await failTenTimes((index) => ({ email: index === 5 ? email : `somebody-${index}@example.test` }))
  await it.app.db.delete(loginAttempts).where(eq(loginAttempts.account, 'somebody-0@example.test'))
  expect((await attempt({ email, password })).statusCode).toBe(200)
  expect((await attempt({ email })).statusCode).toBe(401)
  expect((await attempt({ email })).statusCode).toBe(429)
})
