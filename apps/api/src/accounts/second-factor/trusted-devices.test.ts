import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deviceTokenOf, type KnownPerson, own, password, post, refreshTokenOf, signInKnowing } from '../../../test/auth-client.ts'
import { said } from '../../../test/said.ts'
import { codeOf, forgetSteps, turnOn } from '../../../test/second-factor.ts'
import { unknownId } from '../../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
import { trustedDevices } from '../../db/schema/sessions.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())
beforeEach(() => it.app.db.delete(loginAttempts))

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0'
const login = ({ email }: KnownPerson, more: object = {}, device?: string) =>
  post(it, 'login', { body: { email, password, ...more }, device, headers: { 'user-agent': firefox } })
const listed = async (person: { authorization: string }) => (await own(it, person, 'GET', 'trusted-devices')).json().data

/** Somebody with a second factor who trusts one device. */
async function trusting(): Promise<{ person: KnownPerson; secret: string; device: string }> {
  const person = await signInKnowing(it)
  const { secret } = await turnOn(it, person)
  const device = deviceTokenOf(await login(person, { code: codeOf(secret), trustDevice: true }))
  await forgetSteps(it, person)
  return { person, secret, device }
}

describe('a trusted device', () => {
  test('is asked for no code, and is noted in the audit log', async () => {
    const { person, device } = await trusting()
    expect((await login(person, {}, device)).statusCode).toBe(200)
    expect(said(await login(person))).toEqual([401, 'code_needed'])
    const [{ id }] = await listed(person)
    const [entry] = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(entry).toMatchObject({
      action: 'device.trust',
      entity: 'device',
      actorId: person.userId,
      detail: { device: 'Firefox · Windows' },
    })
  })

  test('has a cookie that scripts and other sites cannot use, and is stored as a hash only', async () => {
    const person = await signInKnowing(it)
    const { secret } = await turnOn(it, person)
    const answer = await login(person, { code: codeOf(secret), trustDevice: true })
    expect(answer.headers['set-cookie']).toContainEqual(
      expect.stringMatching(/^__Host-bantin-device=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    )
    const device = deviceTokenOf(answer)
    const stored = await it.app.db.select().from(trustedDevices).where(eq(trustedDevices.userId, person.userId))
    expect(stored.map(({ tokenHash }) => tokenHash)).toEqual([hashOfToken(device)])
    expect(JSON.stringify(stored) + answer.body).not.toContain(device)
  })

  test('is one only where a code was given and trust was asked for', async () => {
    const person = await signInKnowing(it)
    expect((await login(person, { trustDevice: true })).cookies.map(({ name }) => name)).toEqual(['__Host-bantin-refresh'])
    const { secret } = await turnOn(it, person)
    for (const trustDevice of [undefined, false]) {
      expect((await login(person, { code: codeOf(secret), trustDevice })).cookies).toHaveLength(1)
      await forgetSteps(it, person)
    }
    expect(await listed(person)).toEqual([])
  })

  test('counts for the person who trusts it, not for another one, and not without the password', async () => {
    const { person, device } = await trusting()
    const other = await signInKnowing(it)
    await turnOn(it, other)
    expect(said(await unchanged(it, () => login(other, {}, device)))).toEqual([401, 'code_needed'])
    expect(said(await unchanged(it, () => login(person, { password: 'wrong' }, device)))).toEqual([401, 'wrong_credentials'])
  })

  test('is trusted for thirty days', async () => {
    const { person, device } = await trusting()
    const age = (interval: string) =>
      it.app.db
        .update(trustedDevices)
        .set({ expiresAt: sql`created_at + interval '30 days' - ${interval}::interval` })
        .where(eq(trustedDevices.userId, person.userId))
    await age('29 days 23 hours')
    expect((await login(person, {}, device)).statusCode).toBe(200)
    await age('30 days 1 second')
    expect(said(await login(person, {}, device))).toEqual([401, 'code_needed'])
    expect(await listed(person)).toEqual([])
  })

  test.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5000), "'; DROP TABLE users; --", '%00', '%E0%A4%A'])(
    'with the cookie %j is none',
    async (device) => {
      const { person } = await trusting()
      expect(said(await login(person, {}, device))).toEqual([401, 'code_needed'])
    },
  )

  test('is no session: its token opens nothing else', async () => {
    const { device } = await trusting()
    for (const path of ['refresh', 'logout']) expect((await post(it, path, { cookie: device })).statusCode).toBe(401)
    expect((await own(it, { authorization: `Bearer ${device}` }, 'GET', 'me')).statusCode).toBe(401)
  })
})

describe('the list of trusted devices', () => {
  test('has the own ones, newest first, without their tokens', async () => {
    const { person, secret } = await trusting()
    await trusting()
    const second = await login(person, { code: codeOf(secret), trustDevice: true })
    const devices = await listed(person)
    expect(devices).toHaveLength(2)
    expect(Object.keys(devices[0]).sort()).toEqual(['createdAt', 'device', 'expiresAt', 'id'])
    expect(devices.map(({ id }: { id: string }) => id)).toEqual(
      devices
        .map(({ id }: { id: string }) => id)
        .sort()
        .reverse(),
    )
    expect(devices[0]).toMatchObject({ device: 'Firefox · Windows', createdAt: expect.stringMatching(/\+07:00$/) })
    expect(JSON.stringify(devices)).not.toContain(deviceTokenOf(second))
  })

  test('loses one that is revoked, which is asked for a code from then on', async () => {
    const { person, device } = await trusting()
    const [{ id }] = await listed(person)
    expect((await own(it, person, 'DELETE', `trusted-devices/${id}`)).statusCode).toBe(204)
    expect(said(await login(person, {}, device))).toEqual([401, 'code_needed'])
    expect(await listed(person)).toEqual([])
    const entries = await it.app.db.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id)
    expect(entries.map(({ action }) => action)).toEqual(['device.trust', 'device.revoke'])
  })

  test('loses nothing to others: a foreign and a missing device are the same 404', async () => {
    const [{ person }, other] = [await trusting(), await signInKnowing(it)]
    const [{ id }] = await listed(person)
    const answers = []
    for (const wanted of [id, unknownId]) answers.push(await unchanged(it, () => own(it, other, 'DELETE', `trusted-devices/${wanted}`)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404])
    expect(answers[0]?.body).toBe(answers[1]?.body)
  })

  test('is empty after a change of the password', async () => {
    const { person, device } = await trusting()
    const changed = await own(it, person, 'POST', 'password', { currentPassword: password, password: 'quả bóng tròn lăn' })
    expect(await listed({ authorization: `Bearer ${changed.json().accessToken}` })).toEqual([])
    expect(said(await login(person, { password: 'quả bóng tròn lăn' }, device))).toEqual([401, 'code_needed'])
    expect((await post(it, 'refresh', { cookie: refreshTokenOf(changed) })).statusCode).toBe(200)
  })
})
