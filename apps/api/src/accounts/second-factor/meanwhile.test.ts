import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceTokenOf, type KnownPerson, own, password, post, signInKnowing } from '../../../test/auth-client.ts'
import { send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { codeOf, forgetSteps, turnOn } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { recoveryCodes, secondFactors, sessions, trustedDevices } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
  await signInKnowing(it, 'admin')
})
afterAll(() => it.close())

const login = ({ email }: KnownPerson, more: object = {}, device?: string) =>
  post(it, 'login', { body: { email, password, ...more }, device })
const disabling = ({ userId }: KnownPerson) => sql`UPDATE ${users} SET disabled_at = now() WHERE id = ${userId}`

async function factorOf({ userId }: KnownPerson): Promise<{ isOn: boolean; codes: string[] }> {
  const [factor] = await it.app.db.select().from(secondFactors).where(eq(secondFactors.userId, userId))
  const codes = await it.app.db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, userId)).orderBy(recoveryCodes.hash)
  return { isOn: factor?.confirmedAt != null, codes: codes.map(({ hash }) => hash) }
}

describe('a sign-in that is on its way', () => {
  test('without a code, when a second factor is turned on, opens nothing that stays', async () => {
    const person = await signInKnowing(it)
    const { secret } = (await own(it, person, 'POST', 'totp', { password })).json()
    const confirm = () => own(it, person, 'POST', 'totp/confirm', { code: codeOf(secret) })
    const lock = sql`SELECT FROM ${users} WHERE id = ${person.userId} FOR UPDATE`
    const [signedIn, turnedOn] = await whileLocked(it, lock, 2, () => Promise.all([login(person), confirm()]))
    expect(turnedOn.statusCode).toBe(200)
    const opened = signedIn.statusCode === 200 ? `Bearer ${signedIn.json().accessToken}` : undefined
    if (opened === undefined) expect(said(signedIn)).toEqual([401, 'code_needed'])
    else expect((await own(it, { authorization: opened }, 'GET', 'me')).statusCode).toBe(401)
  })

  test('without a code, after a second factor was turned on before it came to its account, is asked for one', async () => {
    const [person, other] = [await signInKnowing(it), await signInKnowing(it)]
    await turnOn(it, other)
    const turningOn = sql`
      WITH locked AS (SELECT id FROM ${users} WHERE id = ${person.userId} FOR NO KEY UPDATE)
      INSERT INTO ${secondFactors} (user_id, secret, confirmed_at)
      SELECT locked.id, f.secret, now() FROM locked, ${secondFactors} f WHERE f.user_id = ${other.userId}`
    const answer = await whileLocked(it, turningOn, 1, () => login(person))
    expect(said(answer)).toEqual([401, 'code_needed'])
    expect(await it.app.db.select().from(sessions).where(eq(sessions.userId, person.userId))).toHaveLength(1)
  })

  test('from a device whose trust was ended before it came to its account is asked for a code', async () => {
    const person = await signInKnowing(it)
    const { secret } = await turnOn(it, person)
    const device = deviceTokenOf(await login(person, { code: codeOf(secret), trustDevice: true }))
    const revoking = sql`
      WITH locked AS (SELECT id FROM ${users} WHERE id = ${person.userId} FOR NO KEY UPDATE)
      DELETE FROM ${trustedDevices} USING locked WHERE user_id = locked.id`
    expect(said(await whileLocked(it, revoking, 1, () => login(person, {}, device)))).toEqual([401, 'code_needed'])
  })
})

describe('somebody whose account is disabled meanwhile is a 401', () => {
  test('when he turns a second factor on: it stays off', async () => {
    const person = await signInKnowing(it)
    const { secret } = (await own(it, person, 'POST', 'totp', { password })).json()
    const answer = await whileLocked(it, disabling(person), 1, () => own(it, person, 'POST', 'totp/confirm', { code: codeOf(secret) }))
    expect(said(answer)).toEqual([401, 'unauthorized'])
    expect(await factorOf(person)).toEqual({ isOn: false, codes: [] })
  })

  test('when he is offered one: nothing is stored', async () => {
    const person = await signInKnowing(it)
    const answer = await whileLocked(it, disabling(person), 1, () => own(it, person, 'POST', 'totp', { password }))
    expect(said(answer)).toEqual([401, 'unauthorized'])
    expect(await it.app.db.select().from(secondFactors).where(eq(secondFactors.userId, person.userId))).toEqual([])
  })

  test.each([
    ['asks for new recovery codes', 'recovery-codes', {}],
    ['turns his second factor off', 'totp/remove', { password }],
  ])('when he %s: all stays', async (_name, path, more) => {
    const person = await signInKnowing(it)
    const { secret } = await turnOn(it, person)
    const before = await factorOf(person)
    const ask = () => own(it, person, 'POST', path, { code: codeOf(secret), ...more })
    expect(said(await whileLocked(it, disabling(person), 1, ask))).toEqual([401, 'unauthorized'])
    expect(await factorOf(person)).toEqual(before)
    await it.app.db.update(users).set({ disabledAt: null }).where(eq(users.id, person.userId))
    expect((await login(person, { code: codeOf(secret) })).statusCode).toBe(200)
  })

  test('when he takes somebody else’s away: it stays', async () => {
    const [admin, person] = [await signInKnowing(it, 'admin'), await signInKnowing(it)]
    const [{ secret }] = [await turnOn(it, admin), await turnOn(it, person)]
    await forgetSteps(it, admin)
    const reset = () => send(it, admin, 'POST', `/users/${person.userId}/reset-second-factor`, { code: codeOf(secret) })
    expect(said(await whileLocked(it, disabling(admin), 1, reset))).toEqual([401, 'unauthorized'])
    expect((await factorOf(person)).isOn).toBe(true)
  })
})
