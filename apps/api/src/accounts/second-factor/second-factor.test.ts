import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type KnownPerson, own, password, post, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { said } from '../../../test/said.ts'
import { codeOf, forgetSteps, turnOn, wrongCodeFor } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
import { recoveryCodes, secondFactors, trustedDevices } from '../../db/schema/sessions.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())
beforeEach(() => it.app.db.delete(loginAttempts))

const login = ({ email }: KnownPerson, more: object = {}) => post(it, 'login', { body: { email, password, ...more } })
const offer = (person: KnownPerson) => own(it, person, 'POST', 'totp', { password })
const confirm = (person: KnownPerson, code: string) => own(it, person, 'POST', 'totp/confirm', { code })
const factorOf = async (person: KnownPerson) => (await own(it, person, 'GET', 'me')).json().secondFactor

async function actionsOf({ userId }: KnownPerson): Promise<string[]> {
  const rows = await it.app.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.entityId, userId)).orderBy(auditLog.id)
  return rows.map(({ action }) => action)
}

describe('turning the second factor on', () => {
  test('takes the password, then a code of the offered secret, which is sealed and counts for nothing before', async () => {
    const person = await signInKnowing(it)
    const offered = await offer(person)
    expect(offered.statusCode).toBe(200)
    const { secret, uri } = offered.json()
    expect(uri).toContain(`secret=${secret}`)
    expect((await factorOf(person)).isOn).toBe(false)
    expect((await login(person)).statusCode).toBe(200)
    const { rows } = await it.app.db.execute<{ row: string }>(sql`SELECT encode(secret, 'escape') AS row FROM ${secondFactors}`)
    expect(JSON.stringify(rows)).not.toContain(secret)
    const confirmed = await confirm(person, codeOf(secret))
    expect(confirmed.statusCode).toBe(200)
    expect(confirmed.json().recoveryCodes).toHaveLength(10)
    expect(await factorOf(person)).toEqual({ isOn: true, isRequired: false, recoveryCodes: 10 })
    expect(await actionsOf(person)).toEqual(['user.offerSecondFactor', 'user.turnOnSecondFactor'])
  })

  test('ends the other sessions, which were opened without it', async () => {
    const person = await signInKnowing(it)
    const other = await signInAgain(it, person)
    await turnOn(it, person)
    expect((await own(it, other, 'GET', 'me')).statusCode).toBe(401)
    expect((await own(it, person, 'GET', 'me')).statusCode).toBe(200)
  })

  test('with the wrong password, a wrong code or a code of an earlier offer is a 403', async () => {
    const person = await signInKnowing(it)
    const wrong = await unchanged(it, () => own(it, person, 'POST', 'totp', { password: 'wrong' }))
    expect(said(wrong)).toEqual([403, 'confirmation_failed'])
    const earlier = (await offer(person)).json().secret
    const { secret } = (await offer(person)).json()
    for (const code of [codeOf(earlier), wrongCodeFor(secret), 'ABCD-EFGH-IJKL-MNOP', '２８７０８２']) {
      expect(said(await unchanged(it, () => confirm(person, code)))).toEqual([403, 'confirmation_failed'])
    }
    expect((await confirm(person, codeOf(secret))).statusCode).toBe(200)
  })

  test('without an offer, and again when it is on, is a 409', async () => {
    const person = await signInKnowing(it)
    expect(said(await unchanged(it, () => confirm(person, '123456')))).toEqual([409, 'conflict'])
    const { secret } = await turnOn(it, person)
    expect(said(await unchanged(it, () => offer(person)))).toEqual([409, 'conflict'])
    expect(said(await unchanged(it, () => confirm(person, codeOf(secret))))).toEqual([409, 'conflict'])
  })

  test('twice at once gives recovery codes once', async () => {
    const person = await signInKnowing(it)
    const { secret } = (await offer(person)).json()
    const lock = sql`SELECT FROM ${secondFactors} WHERE user_id = ${person.userId} FOR UPDATE`
    const twice = () => Promise.all([confirm(person, codeOf(secret)), confirm(person, codeOf(secret))])
    const answers = await whileLocked(it, lock, 2, twice)
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect(await it.app.db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, person.userId))).toHaveLength(10)
  })
})

describe('new recovery codes', () => {
  test('kill the old ones', async () => {
    const person = await signInKnowing(it)
    const {
      secret,
      recoveryCodes: [old = '', another = ''],
    } = await turnOn(it, person)
    const renewed = await own(it, person, 'POST', 'recovery-codes', { code: codeOf(secret) })
    expect(renewed.statusCode).toBe(200)
    expect(said(await login(person, { code: old }))).toEqual([401, 'wrong_code'])
    const byRecovery = await own(it, person, 'POST', 'recovery-codes', { code: renewed.json().recoveryCodes[0] })
    expect(byRecovery.json().recoveryCodes).toHaveLength(10)
    expect(said(await own(it, person, 'POST', 'recovery-codes', { code: another }))).toEqual([403, 'confirmation_failed'])
    expect((await factorOf(person)).recoveryCodes).toBe(10)
  })

  test('take a code that was not used yet, and a second factor that is on', async () => {
    const person = await signInKnowing(it)
    const without = await unchanged(it, () => own(it, person, 'POST', 'recovery-codes', { code: '123456' }))
    expect(said(without)).toEqual([409, 'conflict'])
    const { secret } = await turnOn(it, person)
    await login(person, { code: codeOf(secret) })
    const used = await unchanged(it, () => own(it, person, 'POST', 'recovery-codes', { code: codeOf(secret) }))
    expect(said(used)).toEqual([403, 'confirmation_failed'])
  })
})

describe('turning the second factor off', () => {
  const remove = (person: KnownPerson, body: object) => own(it, person, 'POST', 'totp/remove', body)

  test('takes password and code, and leaves neither codes nor trusted devices', async () => {
    const person = await signInKnowing(it)
    const {
      secret,
      recoveryCodes: [recovery = ''],
    } = await turnOn(it, person)
    await login(person, { code: codeOf(secret), trustDevice: true })
    for (const body of [
      { password: 'wrong', code: recovery },
      { password, code: wrongCodeFor(secret) },
    ]) {
      expect(said(await unchanged(it, () => remove(person, body)))).toEqual([403, 'confirmation_failed'])
    }
    expect((await remove(person, { password, code: recovery })).statusCode).toBe(204)
    expect(await factorOf(person)).toEqual({ isOn: false, isRequired: false, recoveryCodes: 0 })
    expect(await it.app.db.select().from(trustedDevices).where(eq(trustedDevices.userId, person.userId))).toEqual([])
    expect((await login(person)).statusCode).toBe(200)
    expect((await actionsOf(person)).at(-1)).toBe('user.turnOffSecondFactor')
  })

  test('that is off is a 409', async () => {
    const person = await signInKnowing(it)
    expect(said(await unchanged(it, () => remove(person, { password, code: '123456' })))).toEqual([409, 'conflict'])
  })

  test('and on again works with the new secret alone', async () => {
    const person = await signInKnowing(it)
    const {
      secret: old,
      recoveryCodes: [recovery = ''],
    } = await turnOn(it, person)
    await remove(person, { password, code: recovery })
    const { secret } = await turnOn(it, person)
    expect(said(await login(person, { code: codeOf(old) }))).toEqual([401, 'wrong_code'])
    await forgetSteps(it, person)
    expect((await login(person, { code: codeOf(secret) })).statusCode).toBe(200)
  })
})
