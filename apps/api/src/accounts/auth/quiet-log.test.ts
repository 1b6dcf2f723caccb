import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAccount, password, post, refreshTokenOf } from '../../../test/auth-client.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { users } from '../../db/schema/users.ts'

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
