import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type KnownPerson, own, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { send } from '../../../test/factories.ts'
import { codeOf, forgetSteps, turnOn, wrongCodeFor } from '../../../test/second-factor.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { recoveryCodes, secondFactors, sessions, trustedDevices } from '../../db/schema/sessions.ts'
import { insertDevice } from '../second-factor/trusted-devices.repository.ts'

let it: TestApp
let admin: KnownPerson
let own2fa: { secret: string; recoveryCodes: string[] }
beforeAll(async () => {
  it = await createTestApp()
  admin = await signInKnowing(it, 'admin')
  own2fa = await turnOn(it, admin)
})
beforeEach(() => forgetSteps(it, admin))
afterAll(() => it.close())

const reset = (id: string, code: string, as: KnownPerson = admin) => send(it, as, 'POST', `/users/${id}/reset-second-factor`, { code })

/** Somebody who lost the phone. */
async function protectedPerson(): Promise<KnownPerson> {
  const person = await signInKnowing(it)
  await turnOn(it, person)
  await insertDevice(it.database.db, { id: person.sessionId, userId: person.userId, tokenHash: person.userId, device: null })
  return person
}

async function leftOf({ userId }: KnownPerson): Promise<number> {
  const { db } = it.database
  const rows = await Promise.all([
    db.select().from(secondFactors).where(eq(secondFactors.userId, userId)),
    db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, userId)),
    db.select().from(trustedDevices).where(eq(trustedDevices.userId, userId)),
  ])
  return rows.flat().length
}

describe('a second factor that was lost', () => {
  test.each([
    ['a code of the app', () => codeOf(own2fa.secret)],
    ['a recovery code', () => own2fa.recoveryCodes[0] ?? ''],
  ])('is taken away by an administrator with %s of his own, and with it codes, devices and sessions', async (_name, code) => {
    const person = await protectedPerson()
    const answer = await reset(person.userId, code())
    expect([answer.statusCode, answer.json().hasSecondFactor, answer.json().liveSessions]).toEqual([200, false, 0])
    expect(await leftOf(person)).toBe(0)
    expect((await own(it, person, 'GET', 'me')).statusCode).toBe(401)
    await signInAgain(it, person)
    const ended = await it.database.db.select().from(sessions).where(eq(sessions.id, person.sessionId))
    expect(ended).toMatchObject([{ endedBecause: 'second factor' }])
  })

  test('is noted in the audit log, without the code', async () => {
    const person = await protectedPerson()
    const code = codeOf(own2fa.secret)
    await reset(person.userId, code)
    const rows = await it.database.db.select().from(auditLog).where(eq(auditLog.entityId, person.userId))
    expect(rows.at(-1)).toMatchObject({ action: 'user.resetSecondFactor', actorId: admin.userId, detail: null })
    expect(JSON.stringify(rows)).not.toContain(code)
  })
})

describe('it stays', () => {
  const refused = async (...asked: Parameters<typeof reset>) => {
    const answer = await unchanged(it, () => reset(...asked))
    return [answer.statusCode, answer.json().code]
  }

  test('with a wrong code, with the person’s own, and with a code that was given before', async () => {
    const [person, other] = [await protectedPerson(), await protectedPerson()]
    const code = codeOf(own2fa.secret)
    expect((await reset(other.userId, code)).statusCode).toBe(200)
    for (const wrong of [code, wrongCodeFor(own2fa.secret), 'ABCD-EFGH-ABCD-EFGH', 'x']) {
      expect([wrong, await refused(person.userId, wrong)]).toEqual([wrong, [403, 'confirmation_failed']])
    }
    expect(await leftOf(person)).toBeGreaterThan(0)
  })

  test('after ten wrong codes in an hour, whatever comes then', async () => {
    const hasty = await signInKnowing(it, 'admin')
    const { secret } = await turnOn(it, hasty)
    const person = await protectedPerson()
    const wrong = wrongCodeFor(secret)
    for (let tries = 0; tries < 10; tries += 1) expect((await refused(person.userId, wrong, hasty))[0]).toBe(403)
    expect(await refused(person.userId, codeOf(secret), hasty)).toEqual([429, 'too_many_requests'])
  })

  test('for an administrator without one of his own', async () => {
    const person = await protectedPerson()
    const plain = await signInKnowing(it, 'admin')
    expect(await refused(person.userId, '123456', plain)).toEqual([403, 'second_factor_required'])
    await own(it, plain, 'POST', 'totp', { password: 'cà phê sữa đá 35k' })
    expect(await refused(person.userId, '123456', plain)).toEqual([403, 'second_factor_required'])
  })

  test('for oneself: that takes the password too', async () => {
    expect(await refused(admin.userId, codeOf(own2fa.secret))).toEqual([403, 'forbidden'])
  })

  test('and the code can be given again, where there is none to take away', async () => {
    const { userId } = await signIn(it, 'editor')
    const code = codeOf(own2fa.secret)
    expect(await refused(userId, code)).toEqual([409, 'conflict'])
    expect((await reset((await protectedPerson()).userId, code)).statusCode).toBe(200)
  })

  test('for whoever may not change the account, before any code is looked at', async () => {
    const person = await protectedPerson()
    const auditor = await signInKnowing(it, 'auditor')
    const { secret } = await turnOn(it, auditor)
    expect(await refused(person.userId, codeOf(secret), auditor)).toEqual([403, 'forbidden'])
    expect((await refused('00000000-0000-7000-8000-000000000000', codeOf(own2fa.secret)))[0]).toBe(404)
  })
})
