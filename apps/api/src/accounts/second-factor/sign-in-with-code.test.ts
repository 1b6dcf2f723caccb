import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type KnownPerson, own, password, post, signInKnowing } from '../../../test/auth-client.ts'
import { said } from '../../../test/said.ts'
import { codeOf, turnOn, wrongCodeFor } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
import { secondFactors } from '../../db/schema/sessions.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())
beforeEach(() => it.app.db.delete(loginAttempts))

const login = ({ email }: KnownPerson, more: object = {}) => post(it, 'login', { body: { email, password, ...more } })
const factorOf = async (person: KnownPerson) => (await own(it, person, 'GET', 'me')).json().secondFactor

describe('signing in with a second factor', () => {
  test('asks for a code after the right password only', async () => {
    const person = await signInKnowing(it)
    const { secret } = await turnOn(it, person)
    expect(said(await login(person, { password: 'wrong' }))).toEqual([401, 'wrong_credentials'])
    expect(said(await login(person, { password: 'wrong', code: codeOf(secret) }))).toEqual([401, 'wrong_credentials'])
    const asked = await unchanged(it, () => login(person))
    expect(said(asked)).toEqual([401, 'code_needed'])
    expect(asked.headers['set-cookie']).toBeUndefined()
    expect(said(await unchanged(it, () => login(person, { code: wrongCodeFor(secret) })))).toEqual([401, 'wrong_code'])
    expect((await login(person, { code: codeOf(secret) })).statusCode).toBe(200)
  })

  test.each([-1, 0, 1])('takes the code of %i half minutes from now, with gaps, once', async (later) => {
    const person = await signInKnowing(it)
    const { secret } = await turnOn(it, person)
    const code = codeOf(secret, later)
    expect((await login(person, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).statusCode).toBe(200)
    expect(said(await unchanged(it, () => login(person, { code })))).toEqual([401, 'wrong_code'])
  })

  test('takes no code that is older than one that was taken', async () => {
    const person = await signInKnowing(it)
    const { secret } = await turnOn(it, person)
    expect((await login(person, { code: codeOf(secret, 1) })).statusCode).toBe(200)
    for (const later of [-1, 0]) expect(said(await login(person, { code: codeOf(secret, later) }))).toEqual([401, 'wrong_code'])
  })

  test('takes a code once, also of many at once', async () => {
    const person = await signInKnowing(it)
    const {
      secret,
      recoveryCodes: [recovery = ''],
    } = await turnOn(it, person)
    for (const code of [codeOf(secret), recovery]) {
      const lock = sql`SELECT FROM ${secondFactors} WHERE user_id = ${person.userId} FOR UPDATE`
      const answers = await whileLocked(it, lock, 5, () => Promise.all(Array.from({ length: 5 }, () => login(person, { code }))))
      expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401, 401, 401])
      await it.app.db.delete(loginAttempts)
    }
  })

  test('takes each recovery code once, however it is typed, and none of somebody else', async () => {
    const [person, other] = [await signInKnowing(it), await signInKnowing(it)]
    const { recoveryCodes: codes } = await turnOn(it, person)
    const { recoveryCodes: foreign } = await turnOn(it, other)
    const [first = '', second = ''] = codes
    expect(said(await login(person, { code: foreign[0] }))).toEqual([401, 'wrong_code'])
    expect((await login(person, { code: first.toLowerCase().replaceAll('-', ' ') })).statusCode).toBe(200)
    expect(said(await login(person, { code: first }))).toEqual([401, 'wrong_code'])
    expect((await login(person, { code: second })).statusCode).toBe(200)
    expect((await factorOf(person)).recoveryCodes).toBe(8)
  })

  test('is noted in the audit log with what was shown', async () => {
    const person = await signInKnowing(it)
    const {
      secret,
      recoveryCodes: [recovery = ''],
    } = await turnOn(it, person)
    await login(person, { code: codeOf(secret) })
    await login(person, { code: recovery })
    const rows = await it.app.db
      .select({ detail: auditLog.detail })
      .from(auditLog)
      .where(eq(auditLog.actorId, person.userId))
      .orderBy(auditLog.id)
    expect(rows.flatMap(({ detail }) => detail?.secondFactor ?? [])).toEqual(['app', 'recovery'])
  })
})
