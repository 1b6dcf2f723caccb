import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type KnownPerson, password, post, signInKnowing } from '../../../test/auth-client.ts'
import { said } from '../../../test/said.ts'
import { codeOf, forgetSteps, turnOn, wrongCodeFor } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())
beforeEach(() => it.app.db.delete(loginAttempts))

const elsewhere = (index: number) => `198.51.100.${index + 1}`

async function guarded(): Promise<{ person: KnownPerson; secret: string; wrong: string }> {
  const person = await signInKnowing(it)
  const { secret } = await turnOn(it, person)
  return { person, secret, wrong: wrongCodeFor(secret) }
}

const login = ({ email }: KnownPerson, code: string, index = 0) =>
  post(it, 'login', { body: { email, password, code }, remoteAddress: elsewhere(index) })

async function failTenTimes(person: KnownPerson, wrong: string): Promise<void> {
  for (let index = 0; index < 10; index++) expect((await login(person, wrong, index)).statusCode).toBe(401)
}

describe('the eleventh wrong code within an hour', () => {
  test('is a 429 that says when to come back, wherever the tries come from, and so is the right one then', async () => {
    const { person, secret, wrong } = await guarded()
    await failTenTimes(person, wrong)
    for (const code of [wrong, codeOf(secret)]) {
      const answer = await unchanged(it, () => login(person, code, 20))
      expect(said(answer)).toEqual([429, 'too_many_requests'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3500)
      expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(3600)
    }
    await it.app.db.update(loginAttempts).set({ at: sql`at - interval '1 hour'` })
    expect((await login(person, codeOf(secret))).statusCode).toBe(200)
  })

  test('of many at once is never looked at', async () => {
    const { person, wrong } = await guarded()
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => login(person, wrong, index)))
    expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(10)
    expect(answers.every(({ statusCode }) => statusCode === 401 || statusCode === 429)).toBe(true)
  })

  test('keeps nobody else from signing in, and no password from being tried', async () => {
    const { person, wrong } = await guarded()
    await failTenTimes(person, wrong)
    const other = await guarded()
    expect((await login(other.person, codeOf(other.secret), 0)).statusCode).toBe(200)
    expect(said(await post(it, 'login', { body: { email: person.email, password: 'wrong' } }))).toEqual([401, 'wrong_credentials'])
  })

  test('follows the account when its e-mail is another one', async () => {
    const { person, wrong } = await guarded()
    await failTenTimes(person, wrong)
    await it.app.db.execute(sql`UPDATE users SET email = 'renamed@example.test' WHERE id = ${person.userId}`)
    expect((await login({ ...person, email: 'renamed@example.test' }, wrong)).statusCode).toBe(429)
  })
})

test('codes that were right, and asking without one, are not counted', async () => {
  const { person, secret } = await guarded()
  for (let round = 0; round < 12; round++) {
    expect(said(await post(it, 'login', { body: { email: person.email, password } }))).toEqual([401, 'code_needed'])
    expect((await login(person, codeOf(secret))).statusCode).toBe(200)
    await forgetSteps(it, person)
  }
  expect(await it.app.db.select().from(loginAttempts)).toEqual([])
})

test('no try goes before its own time is over, whatever else is tried meanwhile', async () => {
  const { person, wrong } = await guarded()
  await login(person, wrong)
  await it.app.db.update(loginAttempts).set({ at: sql`now() - interval '59 minutes'` })
  const email = 'somebody@example.test'
  await post(it, 'login', { body: { email, password: 'wrong' } })
  await it.app.db.update(loginAttempts).set({ at: sql`now() - interval '61 seconds'` }).where(eq(loginAttempts.account, email))
  await post(it, 'login', { body: { email: 'another@example.test', password: 'wrong' } })
  const kept = await it.app.db
    .select({ kind: loginAttempts.kind, account: loginAttempts.account })
    .from(loginAttempts)
    .orderBy(loginAttempts.at)
  expect(kept).toEqual([
    { kind: 'code', account: person.userId },
    { kind: 'password', account: 'another@example.test' },
  ])
})
