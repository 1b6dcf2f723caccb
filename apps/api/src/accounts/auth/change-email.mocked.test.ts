import { verify } from '@node-rs/argon2'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type KnownPerson, own, password, post, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { said } from '../../../test/said.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
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

let made = 0
const newEmail = () => `moi-${++made}@example.test`
const change = (person: KnownPerson, body: object, version: number | null = 1) =>
  own(it, person, 'POST', 'email', { password, ...body }, version === null ? {} : { version })
const login = (email: string) => post(it, 'login', { body: { email, password } })

describe('one’s own e-mail', () => {
  test('is changed with the password, as the next version: one signs in with it, and sessions go on', async () => {
    const [person, email] = [await signInKnowing(it), newEmail()]
    const other = await signInAgain(it, person)
    const read = await own(it, person, 'GET', 'me')
    const answer = await change(person, { email })
    expect([answer.statusCode, answer.headers.etag, answer.headers['cache-control']]).toEqual([200, '"2"', 'no-store'])
    expect(answer.json()).toEqual({ ...read.json(), email, version: 2 })
    for (const session of [person, other]) expect((await own(it, session, 'GET', 'me')).statusCode).toBe(200)
    expect([(await login(email)).statusCode, (await login(person.email)).statusCode]).toEqual([200, 401])
    const entries = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, person.userId))
    expect(entries).toMatchObject([
      { action: 'user.profile', entity: 'user', actorId: person.userId, version: 2, fields: ['email'], address: '203.0.113.1' },
    ])
  })

  test('takes the links with it that were mailed to the one before', async () => {
    const person = await signInKnowing(it)
    const link = await createPasswordLink(it.app.db, testConfig, { userId: person.userId, kind: 'reset', createdBy: null })
    const open = async () => (await post(it, 'links', { body: { token: link.url.split('#')[1] } })).statusCode
    expect((await change(person, { email: person.email })).statusCode).toBe(200)
    expect(await open()).toBe(200)
    await change(person, { email: newEmail() })
    expect(await open()).toBe(404)
  })

  test('that is the same stays as it is, and other capitals are another spelling of it', async () => {
    const person = await signInKnowing(it)
    const same = await unchanged(it, () => change(person, { email: person.email }))
    expect([same.statusCode, same.headers.etag]).toEqual([200, '"1"'])
    const spelt = await change(person, { email: person.email.toUpperCase() })
    expect([spelt.statusCode, spelt.json().email, spelt.json().version]).toEqual([200, person.email.toUpperCase(), 2])
  })
})

describe('it stays', () => {
  test('with a wrong password, after one verification, which is counted with the others that are given again', async () => {
    const person = await signInKnowing(it)
    const wrong = () => change(person, { email: newEmail(), password: 'wrong' })
    expect(said(await unchanged(it, wrong))).toEqual([403, 'confirmation_failed'])
    expect(verify).toHaveBeenCalledTimes(1)
    for (let index = 0; index < 9; index++) {
      await (index % 2 === 0 ? wrong() : own(it, person, 'POST', 'totp', { password: 'wrong' }))
    }
    expect(said(await unchanged(it, () => change(person, { email: newEmail() })))).toEqual([429, 'too_many_requests'])
    expect(verify).toHaveBeenCalledTimes(10)
  })

  test('when somebody has the new one, in whatever capitals', async () => {
    const [person, other] = [await signInKnowing(it), await signInKnowing(it)]
    for (const email of [other.email, other.email.toUpperCase()]) {
      const answer = await unchanged(it, () => change(person, { email }))
      expect(answer.json()).toMatchObject({ status: 409, code: 'conflict', errors: [{ pointer: '/email', code: 'email_taken' }] })
    }
  })

  test('without its newest version, and for who does not know the password whatever version he has', async () => {
    const [person, email] = [await signInKnowing(it), newEmail()]
    expect(said(await unchanged(it, () => change(person, { email }, null)))).toEqual([428, 'version_required'])
    for (const version of [0, 2])
      expect(said(await unchanged(it, () => change(person, { email }, version)))).toEqual([412, 'version_stale'])
    expect(said(await unchanged(it, () => change(person, { email, password: 'wrong' }, 2)))).toEqual([403, 'confirmation_failed'])
  })

  test.each(['', 'lan', 'a b@c', '@example.test', 'a@b@c', `${'a'.repeat(250)}@b.vn`, 'lan@example.test\nbcc@example.test'])(
    'when the new one is %j: 400',
    async (email) => {
      const person = await signInKnowing(it)
      expect(said(await unchanged(it, () => change(person, { email })))).toEqual([400, 'invalid_request'])
      expect(verify).not.toHaveBeenCalled()
    },
  )

  test('without a token, whatever cookie comes with it', async () => {
    const person = await signInKnowing(it)
    const { token } = await signInAgain(it, person)
    const answer = await unchanged(it, () => post(it, 'email', { body: { email: newEmail(), password }, cookie: token }))
    expect(said(answer)).toEqual([401, 'unauthorized'])
  })
})

describe('meanwhile', () => {
  test.each([
    ['the account was disabled', 'disabled_at = now()', [401, 'unauthorized']],
    ['the password was changed', "password_hash = 'another'", [403, 'confirmation_failed']],
    ['the profile was changed', 'version = version + 1', [412, 'version_stale']],
  ])('%s: it stays', async (_name, set, refusal) => {
    const person = await signInKnowing(it)
    const lock = sql`UPDATE ${users} SET ${sql.raw(set)} WHERE id = ${person.userId}`
    expect(said(await whileLocked(it, lock, 1, () => change(person, { email: newEmail() })))).toEqual(refusal)
    const [row] = await it.app.db.select({ email: users.email }).from(users).where(eq(users.id, person.userId))
    expect(row?.email).toBe(person.email)
  })

  test('of two people who want the same one gets it', async () => {
    const [one, other, email] = [await signInKnowing(it), await signInKnowing(it), newEmail()]
    const answers = await Promise.all([one, other].map((person) => change(person, { email })))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})
