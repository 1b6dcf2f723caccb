import type { SetupInput } from '@bantin/shared/auth'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { own, password, post } from '../../../test/auth-client.ts'
import { send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { findSite } from '../../db/find-site.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { loginAttempts } from '../../db/schema/login-attempts.ts'
import { users } from '../../db/schema/users.ts'
import { createUser } from '../users/create-user.service.ts'
import { codeOfFirstSetup } from './setup.service.ts'

let it: TestApp
let input: SetupInput
beforeAll(async () => {
  it = await createTestApp()
  const code = (await codeOfFirstSetup(it.app.db, it.app.config.secrets)) ?? ''
  const names = { siteName: 'Sở Nội vụ tỉnh Điện Biên', name: 'Phạm Thị Lan' }
  input = { code, ...names, email: 'lan@example.test', password, publishingPolicy: 'review' }
})
afterAll(() => it.close())
beforeEach(() => it.app.db.execute(asInTheBeginning))

// Without the rules that keep the last administrator.
const asInTheBeginning = sql`
  BEGIN; SET LOCAL session_replication_role = replica;
  DELETE FROM refresh_tokens; DELETE FROM sessions; DELETE FROM grants; DELETE FROM users; DELETE FROM login_attempts;
  UPDATE sites SET set_up_at = NULL; COMMIT`

const setUp = (change: object = {}, remoteAddress?: string) =>
  post(it, 'setup', { body: { ...input, ...change }, ...(remoteAddress !== undefined && { remoteAddress }) })
const isNeeded = async () => (await it.app.inject('/api/v1/auth/setup')).json().isNeeded

describe('the first set-up', () => {
  test('makes an administrator of the whole site, says what it is called and how it publishes, and is noted', async () => {
    expect(await isNeeded()).toBe(true)
    const before = await findSite(it.app.db)
    const answer = await setUp({ code: input.code.toLowerCase().replaceAll('-', ' ') })
    expect([answer.statusCode, answer.body, answer.headers['set-cookie']]).toEqual([204, '', undefined])
    expect(await isNeeded()).toBe(false)
    const signedIn = (await post(it, 'login', { body: { email: input.email, password } })).json()
    expect(signedIn.user).toMatchObject({ name: 'Phạm Thị Lan', grants: [{ role: 'admin', unitId: null }] })
    const as = { authorization: `Bearer ${signedIn.accessToken}`, userId: '', sessionId: '' }
    expect((await send(it, as, 'GET', '/settings')).json()).toMatchObject({ publishingPolicy: 'review', version: before.version + 1 })
    expect((await it.app.inject('/api/v1/site')).json().name).toBe('Sở Nội vụ tỉnh Điện Biên')
    const entries = await it.app.db.select().from(auditLog).where(eq(auditLog.actorId, signedIn.user.id)).orderBy(auditLog.id)
    expect(entries.slice(0, 2)).toMatchObject([
      { action: 'user.create', entity: 'user', entityId: signedIn.user.id, address: '203.0.113.1' },
      { action: 'site.setUp', entity: 'site', version: before.version + 1, fields: ['name', 'publishingPolicy'] },
    ])
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${password}|${input.code}`))
  })

  test('of twenty at once makes one administrator; the others are told', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => setUp({ email: `lan-${index}@example.test` })))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, ...Array(19).fill(409)])
    expect(await it.app.db.select().from(users)).toHaveLength(1)
  })

  test('with a wrong code is a 403, from an address ten times in an hour', async () => {
    const wrong = { code: 'ABCDE-FGHIJ-KLMNO-PQRST' }
    for (let index = 0; index < 10; index++) expect(said(await unchanged(it, () => setUp(wrong)))).toEqual([403, 'confirmation_failed'])
    for (const change of [wrong, {}]) expect(said(await unchanged(it, () => setUp(change)))).toEqual([429, 'too_many_requests'])
    expect((await setUp(wrong, '203.0.113.2')).statusCode).toBe(403)
    await it.app.db.delete(loginAttempts)
    expect((await setUp()).statusCode).toBe(204)
  })

  test('is over afterwards, whatever the code', async () => {
    await setUp()
    for (const change of [{}, { code: 'ABCDE' }, { email: 'other@example.test' }]) {
      expect(said(await unchanged(it, () => setUp(change)))).toEqual([409, 'conflict'])
    }
    expect(await codeOfFirstSetup(it.app.db, it.app.config.secrets)).toBeUndefined()
  })

  test('is over as soon as there is anybody, made in whatever way', async () => {
    await createUser(it.app.db, { email: 'first@example.test', name: 'Lan', password, role: 'reporter' })
    expect(await isNeeded()).toBe(false)
    expect(said(await unchanged(it, () => setUp()))).toEqual([409, 'conflict'])
    expect(await codeOfFirstSetup(it.app.db, it.app.config.secrets)).toBeUndefined()
  })

  test.each([
    ['a common password', { password: 'Mật khẩu 123' }],
    ['a short password', { password: 'ngắn' }],
    ['a role', { role: 'admin' }],
    ['grants', { grants: [] }],
    ['an id', { id: '01900000-0000-7000-8000-000000000000' }],
    ['a policy that is none', { publishingPolicy: 'none' }],
    ['an e-mail that is none', { email: 'lan' }],
    ['a name of two lines', { name: 'Lan\nadmin' }],
    ['a site without a name', { siteName: ' ' }],
    ['a code that is no text', { code: { $ne: '' } }],
    ['a lone surrogate', { name: '\ud800' }],
  ])('with %s is a 400', async (_name, change) => {
    expect((await unchanged(it, () => setUp(change))).statusCode).toBe(400)
    expect(await isNeeded()).toBe(true)
  })
})

test('whether it is needed tells nothing else, and takes no parameter', async () => {
  const answer = await unchanged(it, () => it.app.inject('/api/v1/auth/setup'))
  expect([answer.statusCode, answer.json(), answer.headers['cache-control']]).toEqual([200, { isNeeded: true }, 'no-store'])
  expect((await it.app.inject('/api/v1/auth/setup?code=1')).statusCode).toBe(400)
  expect((await own(it, null, 'DELETE', 'setup')).statusCode).toBe(404)
})
