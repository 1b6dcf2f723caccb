import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type KnownPerson, own, password, post, refreshTokenOf, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { mailingParts } from '../../../test/mails.ts'
import { codeOf, forgetSteps, turnOn } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { buildApp } from '../../app.ts'
import { createPasswordLink } from '../password-links/create-password-link.ts'
import { mailPasswordLink } from '../password-links/mail-password-link.job.ts'

const [older] = testConfig.secrets
const newer = 'a newer secret of the tests, 32 characters or more'

/** On one database: the app before the change of secrets, in its middle (newer,older), and after it (newer alone). */
let before: TestApp
let between: TestApp
let after: TestApp
beforeAll(async () => {
  before = await createTestApp()
  between = await withSecrets([newer, older])
  after = await withSecrets([newer])
})
afterAll(async () => {
  await Promise.all([between.app.close(), after.app.close()])
  await before.close()
})

async function withSecrets(secrets: [string, ...string[]]): Promise<TestApp> {
  const app = await buildApp({ config: { ...testConfig, secrets }, database: before.database, mediaStore: before.mediaStore })
  await app.ready()
  return { ...before, app }
}

const me = async (it: TestApp, authorization: string) => (await own(it, { authorization }, 'GET', 'me')).statusCode
const login = (it: TestApp, { email }: KnownPerson, code: string) => post(it, 'login', { body: { email, password, code } })
const kidOf = (authorization: string) => JSON.parse(Buffer.from(authorization.split(/[ .]/)[1] ?? '', 'base64url').toString()).kid

test('access tokens of the older secret open until it is given up, and new ones bear the id of the newer', async () => {
  const person = await signInKnowing(before)
  expect(await Promise.all([before, between, after].map((it) => me(it, person.authorization)))).toEqual([200, 200, 401])
  const renewed = await signInAgain(between, person)
  expect(kidOf(renewed.authorization)).not.toBe(kidOf(person.authorization))
  expect(await Promise.all([before, between, after].map((it) => me(it, renewed.authorization)))).toEqual([401, 200, 200])
})

test('a refresh token lives through all of it, and an answer that was lost in the middle is given again', async () => {
  const { token } = await signInAgain(before, await signInKnowing(before))
  const lost = refreshTokenOf(await post(before, 'refresh', { cookie: token }))
  expect(refreshTokenOf(await post(between, 'refresh', { cookie: token }))).toBe(lost)
  const next = await post(between, 'refresh', { cookie: lost })
  expect(next.statusCode).toBe(200)
  expect((await post(after, 'refresh', { cookie: refreshTokenOf(next) })).statusCode).toBe(200)
})

test('a second factor is opened by the older secret, and needs it no more once a code was taken meanwhile', async () => {
  const [used, unused] = [await signInKnowing(before), await signInKnowing(before)]
  const factors = [await turnOn(before, used), await turnOn(before, unused)] as const
  expect((await login(between, used, codeOf(factors[0].secret))).statusCode).toBe(200)
  await forgetSteps(before, used)
  expect((await login(after, used, codeOf(factors[0].secret))).statusCode).toBe(200)
  expect((await login(after, unused, codeOf(factors[1].secret))).json().code).toBe('wrong_code')
  expect((await login(after, unused, factors[1].recoveryCodes[0] ?? '')).statusCode).toBe(200)
})

test('a link opens after the change too, and is mailed as long as its secret is known', async () => {
  const { userId } = await signInKnowing(before)
  const { url } = await createPasswordLink(before.app.db, before.app.config, { userId, kind: 'reset', createdBy: null })
  const [, token = ''] = url.split('#')
  for (const it of [before, between, after]) expect((await post(it, 'links', { body: { token } })).statusCode).toBe(200)
  const { rows } = await before.app.db.execute<{ id: string }>(
    `SELECT id FROM password_links WHERE token_hash = '${createHash('sha256').update(token).digest('hex')}'`,
  )
  const linkId = rows[0]?.id ?? ''
  const mailsOf = async (it: TestApp) => {
    const { parts, mails } = mailingParts(it)
    await mailPasswordLink(parts, { linkId })
    return mails.map(({ text }) => text.includes(url))
  }
  expect(await Promise.all([before, between, after].map(mailsOf))).toEqual([[true], [true], []])
})
