import { hash } from '@node-rs/argon2'
import { eq, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { own, post, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { said } from '../../../test/said.ts'
import { codeOf, turnOn } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { createUser } from '../../../test/users.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
import { passwordLinks, trustedDevices } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'
import { createPasswordLink } from './create-password-link.ts'

// Counted, not replaced: the real one still runs.
vi.mock(import('@node-rs/argon2'), async (original) => {
  const real = await original()
  return { ...real, hash: vi.fn(real.hash) }
})

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())
beforeEach(async () => {
  await it.app.db.delete(loginAttempts)
  vi.mocked(hash).mockClear()
})

const password = 'quả bóng tròn lăn'
const kinds = [
  ['invitation', 'invitations'],
  ['reset', 'reset'],
] as const
type Kind = (typeof kinds)[number][0]

/** Somebody whom a link of the kind is of use to, and its token. */
async function linked(kind: Kind): Promise<{ userId: string; email: string; token: string }> {
  const userId = await createUser(it, { name: 'Lò Thị Hoa', state: kind === 'invitation' ? 'invited' : 'active' })
  return { userId, email: `${userId}@example.test`, token: await linkFor(userId, kind) }
}

async function linkFor(userId: string, kind: Kind): Promise<string> {
  const { url } = await it.app.db.transaction((tx) => createPasswordLink(tx, testConfig, { userId, kind, createdBy: null }))
  return url.split('#')[1] ?? ''
}

const read = (token: string) => post(it, 'links', { body: { token } })
const take = (path: string, token: string, given = password) => post(it, path, { body: { token, password: given } })

describe.each(kinds)('a link of the kind %s', (kind, path) => {
  test('says whom it is for, as often as it is opened, and uses nothing up', async () => {
    const { email, token } = await linked(kind)
    for (const answer of [await unchanged(it, () => read(token)), await unchanged(it, () => read(token))]) {
      expect(answer.statusCode).toBe(200)
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.json()).toEqual({ kind, name: 'Lò Thị Hoa', email, expiresAt: expect.stringMatching(/\+07:00$/) })
    }
  })

  test('sets the password, once, and is noted in the audit log', async () => {
    const { userId, email, token } = await linked(kind)
    const answer = await take(path, token)
    expect([answer.statusCode, answer.body, answer.headers['set-cookie']]).toEqual([204, '', undefined])
    expect((await post(it, 'login', { body: { email, password } })).statusCode).toBe(200)
    expect(said(await unchanged(it, () => take(path, token, 'một mật khẩu khác nữa')))).toEqual([404, 'not_found'])
    expect(said(await unchanged(it, () => read(token)))).toEqual([404, 'not_found'])
    const entries = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, userId))
    const action = kind === 'invitation' ? 'user.accept' : 'user.password'
    expect(entries).toMatchObject([{ action, actorId: userId, actorName: 'Lò Thị Hoa', address: '203.0.113.1', version: 2 }])
    expect(JSON.stringify(entries)).not.toContain(token)
  })

  test('sets one password, of many that come at once', async () => {
    const { userId, token } = await linked(kind)
    const lock = sql`SELECT FROM ${users} WHERE id = ${userId} FOR UPDATE`
    const five = () => Promise.all([1, 2, 3, 4, 5].map((n) => take(path, token, `${password} ${n}`)))
    const answers = await whileLocked(it, lock, 5, five)
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 404, 404, 404, 404])
    expect(await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, userId))).toHaveLength(1)
  })

  test.each([
    ['that was never given', async () => 'A'.repeat(43)],
    ['that has expired', () => changed(kind, { expiresAt: sql`now() - interval '1 second'` })],
    ['that was closed', () => changed(kind, { revokedAt: sql`now()` })],
    ['that was used', () => changed(kind, { usedAt: sql`now()` })],
    ['that a newer one took the place of', () => replaced(kind)],
    ['of a disabled person', () => disabled(kind)],
  ])('%s opens nothing, the same bytes for all, and has no password hashed', async (_name, make) => {
    const token = await make()
    const never = (await read('B'.repeat(43))).body
    for (const request of [() => read(token), () => take('invitations', token), () => take('reset', token)]) {
      const answer = await unchanged(it, request)
      expect([answer.statusCode, answer.body]).toEqual([404, never])
    }
    expect(hash).not.toHaveBeenCalled()
  })

  test('is taken by its own route alone', async () => {
    const { token } = await linked(kind)
    const other = path === 'reset' ? 'invitations' : 'reset'
    expect(said(await unchanged(it, () => take(other, token)))).toEqual([404, 'not_found'])
    expect((await take(path, token)).statusCode).toBe(204)
  })

  test('takes no password that others try first, and stays good', async () => {
    const { email, token } = await linked(kind)
    for (const common of ['Mật khẩu 123', email]) {
      const answer = await unchanged(it, () => take(path, token, common))
      expect(answer.json()).toMatchObject({
        status: 400,
        code: 'invalid_request',
        errors: [{ pointer: '/password', code: 'common_password' }],
      })
    }
    expect(hash).not.toHaveBeenCalled()
    expect((await take(path, token)).statusCode).toBe(204)
  })
})

async function changed(kind: Kind, change: object): Promise<string> {
  const { userId, token } = await linked(kind)
  await it.app.db.update(passwordLinks).set(change).where(eq(passwordLinks.userId, userId))
  return token
}

async function replaced(kind: Kind): Promise<string> {
  const { userId, token } = await linked(kind)
  await linkFor(userId, kind)
  return token
}

async function disabled(kind: Kind): Promise<string> {
  const { userId, token } = await linked(kind)
  await it.app.db.update(users).set({ disabledAt: sql`now()` }).where(eq(users.id, userId))
  return token
}

describe('a reset', () => {
  test('ends every session and the trust in every device on the next request, and leaves the second factor', async () => {
    const person = await signInKnowing(it)
    const { secret } = await turnOn(it, person)
    const other = await signInAgain(it, person, { code: codeOf(secret) })
    await it.app.db
      .insert(trustedDevices)
      .values({ id: uuidv7(), userId: person.userId, tokenHash: 'x', expiresAt: new Date('2099-01-01') })
    expect((await take('reset', await linkFor(person.userId, 'reset'))).statusCode).toBe(204)
    for (const one of [person, other]) expect((await own(it, one, 'GET', 'me')).statusCode).toBe(401)
    expect((await post(it, 'refresh', { cookie: other.token })).json().code).toBe('session_ended')
    expect(await it.app.db.select().from(trustedDevices).where(eq(trustedDevices.userId, person.userId))).toEqual([])
    expect(said(await post(it, 'login', { body: { email: person.email, password } }))).toEqual([401, 'code_needed'])
  })

  test('is of no use before the invitation was accepted, nor an invitation after', async () => {
    const invited = await createUser(it, { state: 'invited' })
    const active = await createUser(it)
    for (const [token, path] of [
      [await linkFor(invited, 'reset'), 'reset'],
      [await linkFor(active, 'invitation'), 'invitations'],
    ] as const) {
      expect(said(await unchanged(it, () => take(path, token)))).toEqual([404, 'not_found'])
      expect(said(await unchanged(it, () => read(token)))).toEqual([404, 'not_found'])
    }
  })
})
