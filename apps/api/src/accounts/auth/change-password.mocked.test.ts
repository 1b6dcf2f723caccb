import { verify } from '@node-rs/argon2'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type KnownPerson, own, password, post, refreshTokenOf, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { said } from '../../../test/said.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
import { passwordLinks, sessions } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'
import { createPasswordLink } from '../password-links/create-password-link.ts'

// Counted, not replaced: the real one still runs.
vi.mock(import('@node-rs/argon2'), async (original) => {
  const real = await original()
  return { ...real, verify: vi.fn(real.verify) }
})

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())
beforeEach(async () => {
  await it.app.db.delete(loginAttempts)
  vi.mocked(verify).mockClear()
})

const newPassword = 'quả bóng tròn lăn'
const change = (person: KnownPerson, more: object = {}) =>
  own(it, person, 'POST', 'password', { currentPassword: password, password: newPassword, ...more })
const me = async (authorization: string) => (await own(it, { authorization }, 'GET', 'me')).statusCode
const login = ({ email }: KnownPerson, given: string) => post(it, 'login', { body: { email, password: given } })

describe('a change of the password', () => {
  test('ends every session on the next request, that which asks too, and opens a new one for the caller', async () => {
    const person = await signInKnowing(it)
    const other = await signInAgain(it, person)
    const answer = await change(person)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.json()).toMatchObject({ expiresIn: 600, user: { id: person.userId, version: 2 } })
    expect(await Promise.all([person.authorization, other.authorization].map(me))).toEqual([401, 401])
    expect((await post(it, 'refresh', { cookie: other.token })).json().code).toBe('session_ended')
    expect(await me(`Bearer ${answer.json().accessToken}`)).toBe(200)
    expect((await post(it, 'refresh', { cookie: refreshTokenOf(answer) })).statusCode).toBe(200)
    const because = await it.app.db
      .select({ because: sessions.endedBecause })
      .from(sessions)
      .where(eq(sessions.userId, person.userId))
      .orderBy(sessions.id)
    expect(because.map((row) => row.because)).toEqual(['password', 'password', null])
  })

  test('makes the old one worthless, closes open links, and is noted without either', async () => {
    const person = await signInKnowing(it)
    await createPasswordLink(it.app.db, it.app.config, { userId: person.userId, kind: 'reset', createdBy: null })
    await change(person)
    expect(said(await login(person, password))).toEqual([401, 'wrong_credentials'])
    expect((await login(person, newPassword)).statusCode).toBe(200)
    const [link] = await it.app.db.select().from(passwordLinks).where(eq(passwordLinks.userId, person.userId))
    expect(link?.revokedAt).not.toBeNull()
    const entries = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, person.userId))
    expect(entries).toMatchObject([{ action: 'user.password', entity: 'user', actorId: person.userId, version: 2 }])
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${password}|${newPassword}`))
  })

  test('with the wrong current password is a 403, after one verification', async () => {
    const person = await signInKnowing(it)
    expect(said(await unchanged(it, () => change(person, { currentPassword: 'wrong' })))).toEqual([403, 'confirmation_failed'])
    expect(verify).toHaveBeenCalledTimes(1)
    expect(await me(person.authorization)).toBe(200)
  })

  test.each([
    ['a common one', 'Mật khẩu 123', 'common_password'],
    ['the same', password, 'same_password'],
    ['the same, typed by another input method', password.normalize('NFD'), 'same_password'],
  ])('to %s is a 400 that points at it', async (_name, given, code) => {
    const person = await signInKnowing(it)
    const answer = await unchanged(it, () => change(person, { password: given }))
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid_request', errors: [{ pointer: '/password', code }] })
    expect(verify).not.toHaveBeenCalled()
  })

  test('twice at once is made once', async () => {
    const person = await signInKnowing(it)
    const lock = sql`SELECT FROM ${users} WHERE id = ${person.userId} FOR UPDATE`
    const twice = () => Promise.all([change(person), change(person, { password: 'một mật khẩu khác nữa' })])
    const answers = await whileLocked(it, lock, 2, twice)
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403])
  })

  test('leaves no session of a sign-in that was on its way with the old one', async () => {
    const person = await signInKnowing(it)
    const lock = sql`UPDATE ${users} SET password_hash = 'changed meanwhile' WHERE id = ${person.userId}`
    const answer = await whileLocked(it, lock, 1, () => login(person, password))
    expect(said(answer)).toEqual([401, 'wrong_credentials'])
    expect(await it.app.db.select().from(sessions).where(eq(sessions.userId, person.userId))).toHaveLength(1)
  })

  test('without a token is a 401, whatever cookie comes with it', async () => {
    const person = await signInKnowing(it)
    const { token } = await signInAgain(it, person)
    const answer = await unchanged(it, () =>
      post(it, 'password', { body: { currentPassword: password, password: newPassword }, cookie: token }),
    )
    expect(said(answer)).toEqual([401, 'unauthorized'])
  })
})
