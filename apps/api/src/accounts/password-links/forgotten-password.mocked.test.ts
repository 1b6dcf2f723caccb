import { hash, verify } from '@node-rs/argon2'
import { eq, sql } from 'drizzle-orm'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { post } from '../../../test/auth-client.ts'
import { mailingParts, takeJobs } from '../../../test/mails.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { createUser } from '../../../test/users.ts'
import { countWaiting, whileLocked } from '../../../test/while-locked.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
import { passwordLinks } from '../../db/schema/sessions.ts'
import { createPasswordLink } from './create-password-link.ts'
import { mailForgottenPassword } from './mail-forgotten-password.job.ts'
import { mailPasswordLink } from './mail-password-link.job.ts'

vi.mock(import('@node-rs/argon2'), async (original) => {
  const real = await original()
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) }
})

let it: TestApp
beforeAll(async () => {
  it = await createTestApp({ trustedProxies: ['127.0.0.1/32'] })
})
afterAll(() => it.close())
beforeEach(async () => {
  await it.app.db.delete(loginAttempts)
  for (const name of ['mailForgottenPassword', 'mailPasswordLink']) await takeJobs(it, name)
})

const emailOf = (userId: string) => `${userId}@example.test`
const ask = (email: string, remoteAddress = '203.0.113.1') => post(it, 'forgot', { body: { email }, remoteAddress })
const linksOf = (userId: string) => it.app.db.select().from(passwordLinks).where(eq(passwordLinks.userId, userId)).orderBy(passwordLinks.id)

/** Runs what waits, as the queue does; answers the mails. */
async function runJobs() {
  const { parts, mails } = mailingParts(it)
  for (const { email = '' } of await takeJobs(it, 'mailForgottenPassword')) await mailForgottenPassword(parts, { email })
  for (const { linkId = '' } of await takeJobs(it, 'mailPasswordLink')) await mailPasswordLink(parts, { linkId })
  return mails
}

describe('asking for a new password', () => {
  const answerTo = (answer: LightMyRequestResponse) => {
    const { 'x-request-id': _, date: __, ...headers } = answer.headers
    return { status: answer.statusCode, headers, body: answer.body }
  }

  test('is answered alike, byte for byte, for an existing, a missing, an invited and a disabled account', async () => {
    const people = [await createUser(it), await createUser(it, { state: 'invited' }), await createUser(it, { state: 'disabled' })]
    const answers = []
    for (const email of ['nobody@example.test', ...people.map(emailOf)]) answers.push(answerTo(await unchanged(it, () => ask(email))))
    expect(answers[0]).toMatchObject({ status: 204, body: '' })
    expect(answers).toEqual(Array(4).fill(answers[0]))
  })

  test('costs the same work for each: one job, no link and no hash before the answer', async () => {
    const person = await createUser(it)
    for (const email of [emailOf(person), 'nobody@example.test']) {
      await ask(email)
      expect(await takeJobs(it, 'mailForgottenPassword')).toEqual([{ email }])
      expect(await takeJobs(it, 'mailPasswordLink')).toEqual([])
    }
    expect(await linksOf(person)).toEqual([])
    expect([vi.mocked(hash).mock.calls, vi.mocked(verify).mock.calls]).toEqual([[], []])
  })

  test('six times in an hour for an account is a 429, the same whether or not there is one', async () => {
    const person = await createUser(it)
    const refused = []
    for (const email of [emailOf(person), 'nobody-else@example.test']) {
      for (let index = 0; index < 5; index++) expect((await ask(email, `198.51.100.${index}`)).statusCode).toBe(204)
      await takeJobs(it, 'mailForgottenPassword')
      const answer = await ask(email.toUpperCase(), '198.51.100.9')
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3500)
      refused.push({ ...answerTo(answer), headers: {} })
      expect(await takeJobs(it, 'mailForgottenPassword')).toEqual([])
    }
    expect(refused[0]).toMatchObject({ status: 429, body: expect.stringContaining('"too_many_requests"') })
    expect(refused[1]).toEqual(refused[0])
  })

  test('twenty-one times in an hour from an address is a 429, whatever the account and whatever the client sends', async () => {
    for (let index = 0; index < 20; index++) expect((await ask(`somebody-${index}@example.test`)).statusCode).toBe(204)
    const headers = { 'x-forwarded-for': '198.51.100.1', forwarded: 'for=198.51.100.1' }
    const body = { email: 'one-more@example.test' }
    expect((await post(it, 'forgot', { body, headers })).statusCode).toBe(429)
    expect((await ask('one-more@example.test', '198.51.100.1')).statusCode).toBe(204)
    await it.app.db.update(loginAttempts).set({ at: sql`at - interval '1 hour'` })
    expect((await post(it, 'forgot', { body })).statusCode).toBe(204)
  })

  test('keeps nobody from signing in', async () => {
    for (let index = 0; index < 11; index++) await ask(`somebody-${index}@example.test`)
    expect((await post(it, 'login', { body: { email: 'somebody-0@example.test', password: 'wrong' } })).statusCode).toBe(401)
  })
})

describe('what is mailed then', () => {
  test('is a link for a new password, to whoever has the account, from the configured origin whatever Host says', async () => {
    const person = await createUser(it)
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    await post(it, 'forgot', { body: { email: emailOf(person).toUpperCase() }, headers, remoteAddress: '127.0.0.1' })
    const [mail, ...more] = await runJobs()
    expect(more).toEqual([])
    expect(mail).toMatchObject({ to: emailOf(person), subject: 'Đặt lại mật khẩu – Cổng thông tin' })
    const [, token = ''] = /\n\nhttp:\/\/localhost:3000\/dang-nhap\/mat-khau#([\w-]{43})\n\n/.exec(mail?.text ?? '') ?? []
    expect(mail?.text).not.toContain('evil')
    expect((await post(it, 'links', { body: { token } })).json()).toMatchObject({ kind: 'reset', email: emailOf(person) })
    const entries = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, person))
    expect(entries).toMatchObject([{ action: 'user.forgot', actorId: null, actorName: 'not signed in' }])
  })

  test('is the invitation, before it was accepted', async () => {
    const person = await createUser(it, { state: 'invited' })
    await ask(emailOf(person))
    expect(await runJobs()).toMatchObject([{ to: emailOf(person), subject: 'Mời tham gia Ban biên tập – Cổng thông tin' }])
    expect(await linksOf(person)).toMatchObject([{ kind: 'invitation', revokedAt: null }])
  })

  test('is nothing for an unknown and for a disabled account, and no link is made', async () => {
    const person = await createUser(it, { state: 'disabled' })
    for (const email of ['nobody@example.test', emailOf(person)]) await ask(email)
    expect(await unchanged(it, runJobs)).toEqual([])
  })

  test('is the link that is open, once more: whoever asks closes nothing that an administrator handed out', async () => {
    for (const [kind, state] of [
      ['reset', 'active'],
      ['invitation', 'invited'],
    ] as const) {
      const person = await createUser(it, { state })
      const { url } = await createPasswordLink(it.app.db, it.app.config, { userId: person, kind, createdBy: null })
      await runJobs()
      await ask(emailOf(person))
      const mails = await runJobs()
      expect(mails.map(({ text }) => text.includes(`\n${url}\n`))).toEqual([true])
      expect(await linksOf(person)).toMatchObject([{ revokedAt: null }])
    }
  })

  test('is a new link when the open one is at its end, or its secret is gone', async () => {
    const person = await createUser(it)
    const make = (secret = it.app.config.secrets[0]) =>
      createPasswordLink(it.app.db, { ...it.app.config, secrets: [secret] }, { userId: person, kind: 'reset', createdBy: null })
    await make('a secret that is no longer configured, 32 characters')
    await takeJobs(it, 'mailPasswordLink')
    await ask(emailOf(person))
    expect(await runJobs()).toHaveLength(1)
    await it.app.db.update(passwordLinks).set({ expiresAt: sql`now() + interval '59 minutes'` }).where(eq(passwordLinks.userId, person))
    await ask(emailOf(person))
    expect(await runJobs()).toHaveLength(1)
    expect((await linksOf(person)).map(({ revokedAt }) => revokedAt === null)).toEqual([false, false, true])
  })

  test('is one link, however often the job is tried again', async () => {
    const person = await createUser(it)
    const { parts } = mailingParts(it)
    for (let again = 0; again < 3; again++) await mailForgottenPassword(parts, { email: emailOf(person) })
    expect(await linksOf(person)).toHaveLength(1)
  })

  test('is one link when several jobs come at once', async () => {
    const person = await createUser(it)
    const { parts } = mailingParts(it)
    const job = () => mailForgottenPassword(parts, { email: emailOf(person) })
    await whileLocked(it, sql`SELECT 1 FROM users WHERE id = ${person} FOR NO KEY UPDATE`, 2, () => Promise.all([job(), job()]))
    expect(await linksOf(person)).toMatchObject([{ revokedAt: null }])
  })

  test('is the link that an administrator is just making, and closes it not', async () => {
    const person = await createUser(it)
    const { parts } = mailingParts(it)
    const { job } = await it.app.db.transaction(async (tx) => {
      await createPasswordLink(tx, it.app.config, { userId: person, kind: 'reset', createdBy: null })
      const job = mailForgottenPassword(parts, { email: emailOf(person) })
      await expect.poll(() => countWaiting(it.database)).toBe(1)
      return { job }
    })
    await job
    expect(await linksOf(person)).toMatchObject([{ revokedAt: null }])
    expect(await takeJobs(it, 'mailPasswordLink')).toHaveLength(2)
  })
})
