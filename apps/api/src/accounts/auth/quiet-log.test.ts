import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAccount, deviceTokenOf, own, password, post, refreshTokenOf, signInKnowing } from '../../../test/auth-client.ts'
import { codeOf, turnOn, wrongCodeFor } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { users } from '../../db/schema/users.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'
import { createPasswordLink } from '../password-links/create-password-link.ts'

const newPassword = 'quả bóng tròn lăn'

let it: TestApp
let email: string
const log: string[] = []
beforeAll(async () => {
  it = await createTestApp({}, { logger: { level: 'trace', stream: { write: (line: string) => log.push(line) } } })
  email = await createAccount(it)
})
afterAll(() => it.close())
beforeEach(() => log.splice(0))

async function hashes(): Promise<string[]> {
  return (await it.app.db.select({ hash: users.passwordHash }).from(users)).flatMap(({ hash }) => hash ?? [])
}

function expectNoneLogged(secrets: string[]): void {
  const written = log.join('')
  for (const secret of secrets) expect(written).not.toContain(secret)
}

test('the log has neither passwords nor tokens, whatever comes of them', async () => {
  const opened = await post(it, 'login', { body: { email, password } })
  await post(it, 'login', { body: { email, password: 'một mật khẩu nhầm' } })
  await post(it, 'login', { body: { email, password, role: 'admin' } })
  await post(it, 'login', { body: `{"password":"${password}"` })
  const first = refreshTokenOf(opened)
  const next = await post(it, 'refresh', { cookie: first })
  await post(it, 'refresh', { cookie: `${first}x` })
  await it.app.inject({ url: '/api/v1/auth/me', headers: { authorization: `Bearer ${next.json().accessToken}x` } })
  await post(it, 'logout', { cookie: refreshTokenOf(next) })
  const tokens = [opened, next].flatMap((answer) => [answer.json().accessToken, refreshTokenOf(answer)])
  expectNoneLogged([password, 'một mật khẩu nhầm', ...tokens, ...(await hashes())])
})

test('the log has no codes, links, cookies of devices or secrets of apps either, whether they were right or wrong', async () => {
  const person = await signInKnowing(it)
  const { secret, recoveryCodes } = await turnOn(it, person)
  const { url } = await createPasswordLink(it.app.db, it.app.config, { userId: person.userId, kind: 'reset', createdBy: null })
  const [link = '', code, wrong] = [url.split('#')[1], codeOf(secret), wrongCodeFor(secret)]
  const trusted = await post(it, 'login', { body: { email: person.email, password, code, trustDevice: true } })
  const device = deviceTokenOf(trusted)
  await post(it, 'login', { body: { email: person.email, password, code: wrong } })
  await post(it, 'login', { body: { email: person.email, password, code: recoveryCodes[0] }, device: `${device}x` })
  await own(it, person, 'POST', 'recovery-codes', { code: recoveryCodes[1], role: 'admin' })
  await own(it, person, 'POST', 'password', { currentPassword: 'một mật khẩu nhầm', password: newPassword })
  await own(it, person, 'POST', 'email', { email: 'moi@example.test', password: 'một mật khẩu nhầm' }, { version: 1 })
  await post(it, 'links', { body: { token: link } })
  await post(it, 'links', { body: { token: `${link}x` } })
  await post(it, 'reset', { body: `{"token":"${link}","password":"${newPassword}` })
  await post(it, 'reset', { body: { token: link, password: newPassword } })
  await post(it, 'setup', { body: { code: 'ABCDE-FGHIJ-KLMNO-PQRST', password: newPassword } })
  expectNoneLogged([password, newPassword, 'một mật khẩu nhầm', secret, link, device, ...recoveryCodes, 'ABCDE-FGHIJ-KLMNO-PQRST'])
  // Six digits may stand in a number of milliseconds by chance, but not as a text of their own.
  for (const digits of [code, wrong]) expect(log.join('')).not.toMatch(new RegExp(`\\D${digits}\\D`))
})

test('the log of a failure says which query failed, without what it was given', async () => {
  const token = refreshTokenOf(await post(it, 'login', { body: { email, password } }))
  await it.app.db.execute(sql`ALTER TABLE refresh_tokens RENAME TO refresh_tokens_away`)
  const failed = [await post(it, 'login', { body: { email, password } }), await post(it, 'refresh', { cookie: token })]
  await it.app.db.execute(sql`ALTER TABLE refresh_tokens_away RENAME TO refresh_tokens`)
  expect(failed.map(({ statusCode, body }) => [statusCode, JSON.parse(body).code])).toEqual([
    [500, 'internal'],
    [500, 'internal'],
  ])
  expect(log.join('')).toContain('"code":"42P01"')
  expect(log.join('')).toContain(failed[0]?.headers['x-request-id'])
  expectNoneLogged([password, email, token, ...(await hashes())])
  expect((await post(it, 'refresh', { cookie: token })).statusCode).toBe(200)
})

test('nor does the log of a failing link or code', async () => {
  const person = await signInKnowing(it)
  const { recoveryCodes } = await turnOn(it, person)
  const { url } = await createPasswordLink(it.app.db, it.app.config, { userId: person.userId, kind: 'reset', createdBy: null })
  const [, link = ''] = url.split('#')
  log.splice(0)
  await it.app.db.execute(
    sql`ALTER TABLE password_links RENAME TO password_links_away; ALTER TABLE recovery_codes RENAME TO recovery_codes_away`,
  )
  const failed = [
    await post(it, 'links', { body: { token: link } }),
    await post(it, 'reset', { body: { token: link, password: newPassword } }),
    await post(it, 'login', { body: { email: person.email, password, code: recoveryCodes[0] } }),
  ]
  await it.app.db.execute(
    sql`ALTER TABLE password_links_away RENAME TO password_links; ALTER TABLE recovery_codes_away RENAME TO recovery_codes`,
  )
  expect(failed.map(({ statusCode }) => statusCode)).toEqual([500, 500, 500])
  expect(log.join('')).toContain('"code":"42P01"')
  expectNoneLogged([password, newPassword, person.email, link, hashOfToken(link), ...recoveryCodes])
})
