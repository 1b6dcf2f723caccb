import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { own, password, post, signInKnowing } from '../../../test/auth-client.ts'
import { send } from '../../../test/factories.ts'
import { mailingParts, takeJobs } from '../../../test/mails.ts'
import { codeOf, turnOn } from '../../../test/second-factor.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { createUser } from '../../../test/users.ts'
import type { Jobs } from '../../db/jobs.ts'
import { createPasswordLink } from '../password-links/create-password-link.ts'
import { takeSecondFactorByEmail } from '../users/rescue.service.ts'
import { accountNoticeMail } from './account-notice-mail.ts'
import { mailAccountNotice } from './mail-account-notice.job.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())
beforeEach(() => takeJobs(it, 'mailAccountNotice'))

const emailOf = (userId: string) => `${userId}@example.test`

/** The mails of the notices that wait. */
async function notices() {
  const { parts, mails } = mailingParts(it)
  for (const payload of await takeJobs(it, 'mailAccountNotice')) await mailAccountNotice(parts, payload as Jobs['mailAccountNotice'])
  return mails
}

describe('a person is told by mail what somebody else has done to the account', () => {
  test('another e-mail, at the old one, without the new one', async () => {
    const [admin, person] = [await signIn(it, 'admin'), await createUser(it)]
    const changed = { email: 'moi-day@example.test' }
    expect((await send(it, admin, 'PATCH', `/users/${person}`, changed, 1)).statusCode).toBe(200)
    const mails = await notices()
    expect(mails).toMatchObject([{ to: emailOf(person), subject: 'Thư điện tử của tài khoản đã được thay đổi – Cổng thông tin' }])
    expect(mails[0]?.text).not.toContain('moi-day')
  })

  test('a second factor that an administrator or the command line took away', async () => {
    const admin = await signInKnowing(it, 'admin')
    const { secret } = await turnOn(it, admin)
    const people = [await signInKnowing(it), await signInKnowing(it)] as const
    for (const person of people) await turnOn(it, person)
    const taken = await send(it, admin, 'POST', `/users/${people[0].userId}/reset-second-factor`, { code: codeOf(secret) })
    expect(taken.statusCode).toBe(200)
    await takeSecondFactorByEmail(it.app.db, people[1].email)
    const subject = 'Lớp xác thực thứ hai đã được gỡ – Cổng thông tin'
    expect(await notices()).toMatchObject(people.map(({ email }) => ({ to: email, subject })))
  })

  test.each([
    ['reset', 'active', 'reset'],
    ['invitation', 'invited', 'invitations'],
  ] as const)('a password by a link of another: %s', async (kind, state, path) => {
    const [admin, person] = [await signIn(it, 'admin'), await createUser(it, { state })]
    const { url } = (await send(it, admin, 'POST', `/users/${person}/${kind}`, {})).json()
    expect((await post(it, path, { body: { token: url.split('#')[1], password } })).statusCode).toBe(204)
    expect(await notices()).toMatchObject([{ to: emailOf(person), subject: 'Mật khẩu của tài khoản đã được đặt – Cổng thông tin' }])
  })

  test('in the language of the person', async () => {
    const [admin, person] = [await signIn(it, 'admin'), await createUser(it)]
    await it.app.db.execute(sql`UPDATE users SET locale = 'en' WHERE id = ${person}`)
    await send(it, admin, 'PATCH', `/users/${person}`, { email: 'another@example.test' }, 1)
    expect(await notices()).toMatchObject([{ subject: 'The e-mail of your account was changed – Cổng thông tin' }])
  })
})

describe('nobody is told', () => {
  test('of another name, of an e-mail that nobody signs in with yet, or of what was refused', async () => {
    const [admin, person, invited] = [await signIn(it, 'admin'), await createUser(it), await createUser(it, { state: 'invited' })]
    await send(it, admin, 'PATCH', `/users/${person}`, { name: 'Lò Thị Hoa' }, 1)
    await send(it, admin, 'PATCH', `/users/${invited}`, { email: 'dung-hon@example.test' }, 1)
    expect((await send(it, admin, 'PATCH', `/users/${person}`, { email: emailOf(admin.userId) }, 2)).statusCode).toBe(409)
    expect(await notices()).toEqual([])
  })

  test('of a password that he set himself, by a link he had asked for or at the desk', async () => {
    const person = await signInKnowing(it)
    const { url } = await createPasswordLink(it.app.db, it.app.config, { userId: person.userId, kind: 'reset', createdBy: null })
    expect((await post(it, 'reset', { body: { token: url.split('#')[1], password } })).statusCode).toBe(204)
    const other = await signInKnowing(it)
    const change = { currentPassword: password, password: 'quả bóng tròn lăn' }
    expect((await own(it, other, 'POST', 'password', change)).statusCode).toBe(200)
    expect(await notices()).toEqual([])
  })
})

test('a notice is plain text that says what was done and what to do, and has no link', () => {
  const parts = { name: 'Lò Thị Hoa', siteName: 'Sở Nội vụ' }
  for (const about of ['email', 'secondFactor', 'password'] as const) {
    const [vi, en] = [accountNoticeMail(about, { ...parts, locale: 'vi' }), accountNoticeMail(about, { ...parts, locale: 'en' })]
    expect(vi.text).toMatch(/^Xin chào Lò Thị Hoa,\n\n.*Sở Nội vụ.*\n\n.*quản trị viên.*\n\n.*\n\nSở Nội vụ\n$/)
    expect(en.text).toMatch(/^Hello Lò Thị Hoa,\n\n.*Sở Nội vụ.*\n\n.*administrator at once.*\n\n.*\n\nSở Nội vụ\n$/)
    expect(vi.text + en.text).not.toContain('://')
  }
})
