import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deviceTokenOf, type KnownPerson, own, password, post, signInKnowing } from '../../../test/auth-client.ts'
import { send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { codeOf, forgetSteps, turnOn, wrongCodeFor } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { createUser } from '../../../test/users.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())
beforeEach(() => it.app.db.delete(loginAttempts))

const login = ({ email }: KnownPerson, more: object = {}, device?: string) =>
  post(it, 'login', { body: { email, password, ...more }, device, remoteAddress: '198.51.100.1' })

async function guarded(role: 'editor' | 'admin' = 'editor'): Promise<{ person: KnownPerson; secret: string; wrong: string }> {
  const person = await signInKnowing(it, role)
  const { secret } = await turnOn(it, person)
  return { person, secret, wrong: wrongCodeFor(secret) }
}

/** Whoever sits at a desk that was left open tries so often, each of the ways in turn. */
async function failAtDesk(times: number, ways: (() => ReturnType<typeof own>)[]): Promise<void> {
  for (let index = 0; index < times; index++) {
    const way = ways[index % ways.length] as (typeof ways)[number]
    expect(said(await way())).toEqual([403, 'confirmation_failed'])
  }
}

describe('the eleventh wrong code of somebody who is signed in, within an hour', () => {
  test('is a 429 wherever in the account it is given, and so is the right one then, but the owner signs in', async () => {
    const { person, secret, wrong } = await guarded()
    const renew = (code: string) => own(it, person, 'POST', 'recovery-codes', { code })
    const end = (code: string) => own(it, person, 'POST', 'totp/remove', { password, code })
    await failAtDesk(10, [() => renew(wrong), () => end(wrong)])
    for (const code of [wrong, codeOf(secret)]) {
      for (const ask of [renew, end]) expect(said(await unchanged(it, () => ask(code)))).toEqual([429, 'too_many_requests'])
    }
    expect((await login(person, { code: codeOf(secret) })).statusCode).toBe(200)
    await it.app.db.update(loginAttempts).set({ at: sql`at - interval '1 hour'` })
    await forgetSteps(it, person)
    expect((await renew(codeOf(secret))).statusCode).toBe(200)
  })

  test('counts those of an administrator for somebody else too, and he signs in as ever', async () => {
    const { person, secret, wrong } = await guarded('admin')
    const colleague = await createUser(it)
    const reset = () => send(it, person, 'POST', `/users/${colleague}/reset-second-factor`, { code: wrong })
    await failAtDesk(10, [reset, () => own(it, person, 'POST', 'recovery-codes', { code: wrong })])
    expect(said(await unchanged(it, reset))).toEqual([429, 'too_many_requests'])
    expect((await login(person, { code: codeOf(secret) })).statusCode).toBe(200)
  })

  test('counts those that were to turn it on', async () => {
    const person = await signInKnowing(it)
    const { secret } = (await own(it, person, 'POST', 'totp', { password })).json()
    const confirm = (code: string) => own(it, person, 'POST', 'totp/confirm', { code })
    await failAtDesk(10, [() => confirm(wrongCodeFor(secret))])
    expect(said(await unchanged(it, () => confirm(codeOf(secret))))).toEqual([429, 'too_many_requests'])
    expect((await login(person)).statusCode).toBe(200)
  })
})

test('ten wrong codes of somebody who knows the password leave the owner his session and his trusted device', async () => {
  const { person, secret, wrong } = await guarded()
  const device = deviceTokenOf(await login(person, { code: codeOf(secret), trustDevice: true }))
  await forgetSteps(it, person)
  for (let index = 0; index < 10; index++) await login(person, { code: wrong })
  expect((await login(person, { code: codeOf(secret) })).statusCode).toBe(429)
  expect((await login(person, {}, device)).statusCode).toBe(200)
  expect((await own(it, person, 'POST', 'recovery-codes', { code: codeOf(secret) })).statusCode).toBe(200)
})

describe('the eleventh wrong password of somebody who is signed in, within a minute', () => {
  const ways = (person: KnownPerson, given: string) => [
    () => own(it, person, 'POST', 'password', { currentPassword: given, password: 'quả bóng tròn lăn' }),
    () => own(it, person, 'POST', 'totp', { password: given }),
    () => own(it, person, 'POST', 'totp/remove', { password: given, code: '123456' }),
  ]

  test('is a 429 wherever in the account it is given, and so is the right one then, but the owner signs in', async () => {
    const person = await signInKnowing(it)
    await failAtDesk(10, ways(person, 'wrong'))
    for (const given of ['wrong', password]) {
      for (const one of ways(person, given)) expect(said(await unchanged(it, one))).toEqual([429, 'too_many_requests'])
    }
    expect((await login(person)).statusCode).toBe(200)
    expect((await post(it, 'login', { body: { email: person.email, password } })).statusCode).toBe(200)
  })

  test('is another one than at signing in', async () => {
    const person = await signInKnowing(it)
    for (let index = 0; index < 10; index++) await login(person, { password: 'wrong' })
    expect((await login(person)).statusCode).toBe(429)
    expect((await own(it, person, 'POST', 'totp', { password })).statusCode).toBe(200)
  })

  test('follows the account when its e-mail is another one', async () => {
    const person = await signInKnowing(it)
    await failAtDesk(10, ways(person, 'wrong'))
    await it.app.db.execute(sql`UPDATE users SET email = ${`${person.userId}@renamed.test`} WHERE id = ${person.userId}`)
    for (const one of ways(person, password)) expect((await one()).statusCode).toBe(429)
  })
})
