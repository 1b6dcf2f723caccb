import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieName, createAccount, openTestSession, password, post, refreshTokenOf } from '../../../test/auth-client.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
import { refreshTokens } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'

let it: TestApp
let email: string
beforeAll(async () => {
  it = await createTestApp()
  email = await createAccount(it)
})
afterAll(() => it.close())

const me = async (accessToken: string) =>
  (await it.app.inject({ url: '/api/v1/auth/me', headers: { authorization: `Bearer ${accessToken}` } })).statusCode

describe('signing in', () => {
  test('gives an access token that opens the desk and says who signed in', async () => {
    const answer = await post(it, 'login', { body: { email, password } })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    const { accessToken, expiresIn, user } = answer.json()
    expect(expiresIn).toBe(600)
    expect(user).toMatchObject({ email, name: 'Phạm Thị Lan', grants: [{ role: 'editor', unitId: null, unitName: null }] })
    expect(await me(accessToken)).toBe(200)
  })

  test('takes the e-mail in any capitals', async () => {
    expect((await post(it, 'login', { body: { email: email.toUpperCase(), password } })).statusCode).toBe(200)
  })

  test('sets a refresh cookie that scripts and other sites cannot use, and stores its hash only', async () => {
    const answer = await post(it, 'login', { body: { email, password } })
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-bantin-refresh=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    const token = refreshTokenOf(answer)
    expect(answer.body).not.toContain(token)
    const stored = await it.app.db.select({ hash: refreshTokens.hash }).from(refreshTokens)
    expect(stored.map(({ hash }) => hash)).toContain(hashOfToken(token))
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  test('is noted in the audit log', async () => {
    const account = await createAccount(it)
    await post(it, 'login', { body: { email: account, password }, remoteAddress: '203.0.113.77' })
    const [entry] = await it.app.db.select().from(auditLog).where(eq(auditLog.address, '203.0.113.77'))
    expect(entry).toMatchObject({ action: 'session.login', entity: 'session', actorName: 'Phạm Thị Lan' })
  })

  test.each([
    ['a role', { role: 'admin' }],
    ['an id', { id: '01900000-0000-7000-8000-000000000000' }],
    ['a constructor', { constructor: { prototype: { role: 'admin' } } }],
    ['a password that is no text', { password: { $ne: '' } }],
    ['an e-mail that is no text', { email: ['a@b'] }],
    ['an empty password', { password: '' }],
    ['a password of more than 128 characters', { password: 'x'.repeat(129) }],
    ['an e-mail without a host', { email: 'editor' }],
    ['NUL', { password: 'a\u0000b' }],
  ])('with %s in its body is a 400', async (_name, change) => {
    const answer = await post(it, 'login', { body: { email, password, ...change } })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('with __proto__ in its body is a 400', async () => {
    const body = `{"email":"${email}","password":"${password}","__proto__":{"role":"admin"}}`
    expect((await post(it, 'login', { body })).statusCode).toBe(400)
  })

  test('without a body, with broken JSON or an unknown parameter is a 400', async () => {
    expect((await post(it, 'login')).statusCode).toBe(400)
    expect((await post(it, 'login', { body: '{"email":' })).statusCode).toBe(400)
    const headers = { 'content-type': 'application/json' }
    const answer = await it.app.inject({ method: 'POST', url: '/api/v1/auth/login?next=/', headers, payload: { email, password } })
    expect(answer.statusCode).toBe(400)
  })

  test('that fails leaves one counted try, and one that succeeds none', async () => {
    const account = await createAccount(it)
    const counted = () => it.app.db.select().from(loginAttempts).where(eq(loginAttempts.account, account))
    await post(it, 'login', { body: { email: account, password } })
    expect(await counted()).toHaveLength(0)
    await post(it, 'login', { body: { email: account, password: 'wrong' } })
    expect(await counted()).toHaveLength(1)
  })
})

describe('signing out', () => {
  test('ends access and refresh on the next request, takes the cookie away and is noted in the audit log', async () => {
    const { token } = await openTestSession(it)
    const refreshed = await post(it, 'refresh', { cookie: token })
    const answer = await post(it, 'logout', { cookie: refreshTokenOf(refreshed), remoteAddress: '203.0.113.88' })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['set-cookie']).toMatch(/^__Host-bantin-refresh=; Max-Age=0; Path=\/; Expires=Thu, 01 Jan 1970/)
    expect(answer.headers['set-cookie']).toContain('; Secure')
    expect(await me(refreshed.json().accessToken)).toBe(401)
    expect((await post(it, 'refresh', { cookie: refreshTokenOf(refreshed) })).statusCode).toBe(401)
    const [entry] = await it.app.db.select().from(auditLog).where(eq(auditLog.address, '203.0.113.88'))
    expect(entry).toMatchObject({ action: 'session.logout', entity: 'session' })
  })

  test('twice is no error, and ends no other session of the person', async () => {
    const { email: account, token } = await openTestSession(it)
    const other = refreshTokenOf(await post(it, 'login', { body: { email: account, password } }))
    expect((await post(it, 'logout', { cookie: token })).statusCode).toBe(204)
    expect((await post(it, 'logout', { cookie: token })).statusCode).toBe(204)
    expect((await post(it, 'refresh', { cookie: other })).statusCode).toBe(200)
  })

  test('works with a token used before and for a disabled person', async () => {
    const { email: account, token } = await openTestSession(it)
    const refreshed = await post(it, 'refresh', { cookie: token })
    await it.app.db.update(users).set({ disabledAt: sql`now()` }).where(eq(users.email, account))
    expect((await post(it, 'logout', { cookie: token })).statusCode).toBe(204)
    await it.app.db.update(users).set({ disabledAt: null }).where(eq(users.email, account))
    expect((await post(it, 'refresh', { cookie: refreshTokenOf(refreshed) })).statusCode).toBe(401)
  })

  test('with a field in its body is a 400', async () => {
    const { token } = await openTestSession(it)
    expect((await post(it, 'logout', { cookie: token, body: { all: true } })).statusCode).toBe(400)
  })
})

describe.each(['refresh', 'logout'] as const)('%s', (verb) => {
  test('without a cookie is a 401', async () => {
    expect((await post(it, verb)).json()).toMatchObject({ status: 401, code: 'unauthorized' })
  })

  test.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5000), "'; DROP TABLE users; --", '%00', '%E0%A4%A', '../../x'])(
    'with the cookie %j is a 401',
    async (cookie) => {
      expect((await post(it, verb, { cookie })).json()).toMatchObject({ status: 401, code: 'session_ended' })
    },
  )

  test('does not take the cookie under another name or a token as bearer', async () => {
    const { token } = await openTestSession(it)
    for (const headers of [{ cookie: `bantin-refresh=${token}` }, { authorization: `Bearer ${token}` }])
      expect((await post(it, verb, { headers })).statusCode).toBe(401)
    expect((await post(it, 'refresh', { headers: { cookie: `theme=dark; ${cookieName}=${token}` } })).statusCode).toBe(200)
  })
})
