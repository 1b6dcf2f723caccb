import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount, own, post, signInAgain, signInKnowing } from '../../test/auth-client.ts'
import { turnOn } from '../../test/second-factor.ts'
import { createTestApp, type TestApp, testConfig } from '../../test/test-app.ts'
import { createUser } from '../../test/users.ts'
import { disableByEmail, takeSecondFactorByEmail } from '../accounts/users/rescue.service.ts'
import { auditLog } from '../db/schema/audit.ts'
import { linkLine, readEmail, rescue } from './user-rescue.ts'

let it: TestApp
let admin: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await createAccount(it, { role: 'admin' })
})
afterAll(() => it.close())

const resetPassword = (email: string) => rescue(() => linkLine(it.app.db, testConfig, email))
const accept = async (line: string, kind: 'reset' | 'invitations') => {
  const [, token] = /#([\w-]{43})$/.exec(line) ?? []
  return (await post(it, kind, { body: { token, password: 'mật khẩu mới của tôi' } })).statusCode
}

describe('bantin user reset-password', () => {
  test('prints one link with which the only administrator comes in again, whatever capitals are typed', async () => {
    const line = await resetPassword(admin.toUpperCase())
    expect(line).toMatch(
      /^ACCOUNT-\d+@EXAMPLE\.TEST sets a password here, until 2\S+\+07:00; .*:\nhttp:\/\/localhost:3000\/dang-nhap\/mat-khau#\S{43}$/,
    )
    expect(await accept(line, 'reset')).toBe(204)
  })

  test('prints an invitation for who has not accepted one yet', async () => {
    await createUser(it, { email: 'moi@example.test', state: 'invited' })
    expect(await accept(await resetPassword('moi@example.test'), 'invitations')).toBe(204)
  })

  test('is noted in the audit log as done by the command line, without the link', async () => {
    const id = await createUser(it, { email: 'ghi@example.test' })
    const line = await resetPassword('ghi@example.test')
    const rows = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(rows).toMatchObject([{ action: 'user.reset', actorId: null, actorName: 'command line', address: null }])
    expect(JSON.stringify(rows)).not.toContain(line.slice(-43))
  })

  test('says in one line what is wrong', async () => {
    await createUser(it, { email: 'khoa@example.test', state: 'disabled' })
    await expect(resetPassword('nobody@example.test')).rejects.toThrow('Nothing was changed. There is no user with this e-mail.')
    await expect(resetPassword('khoa@example.test')).rejects.toThrow('Nothing was changed. The account is disabled.')
    expect(() => readEmail([])).toThrow('--email is needed.')
    expect(() => readEmail(['--mail', admin])).toThrow("Unknown option '--mail'")
    expect(readEmail(['--email', ` ${admin} `])).toBe(admin)
  })
})

describe('bantin user reset-second-factor', () => {
  test('lets in by password alone, and ends the sessions', async () => {
    const person = await signInKnowing(it, 'admin')
    await turnOn(it, person)
    await takeSecondFactorByEmail(it.app.db, person.email)
    expect((await own(it, person, 'GET', 'me')).statusCode).toBe(401)
    await signInAgain(it, person)
    const again = rescue(() => takeSecondFactorByEmail(it.app.db, person.email))
    await expect(again).rejects.toThrow('Nothing was changed. This account has no second factor.')
  })
})

describe('bantin user disable', () => {
  test('lets nobody in any more, and says so again without a second note', async () => {
    const person = await signInKnowing(it)
    await disableByEmail(it.app.db, person.email)
    await disableByEmail(it.app.db, person.email)
    expect((await own(it, person, 'GET', 'me')).statusCode).toBe(401)
    const rows = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, person.userId))
    expect(rows).toMatchObject([{ action: 'user.disable', actorName: 'command line' }])
  })

  test('leaves the last administrator', async () => {
    const database = await createTestApp()
    const only = await createAccount(database, { role: 'admin' })
    const disabled = rescue(() => disableByEmail(database.app.db, only))
    await expect(disabled).rejects.toThrow('Nothing was changed. Nobody would be left to administer the site')
    await database.close()
  })
})
