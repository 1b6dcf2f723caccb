import { eq, inArray, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestSession, post, refreshTokenOf } from '../../test/auth-client.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { createSession, createUser } from '../../test/users.ts'
import { loginAttempts } from '../db/schema/login-attempts.ts'
import { passwordLinks, refreshTokens, sessions, trustedDevices } from '../db/schema/sessions.ts'
import { forgetAccess } from './forget-access.ts'

let it: TestApp
let userId: string
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())
beforeEach(async () => {
  userId = await createUser(it)
})

async function sessionThat(change: Record<string, string>): Promise<string> {
  const id = await createSession(it, userId)
  await it.app.db.insert(refreshTokens).values({ hash: id, sessionId: id })
  const values = Object.fromEntries(Object.entries(change).map(([name, ago]) => [name, sql`now() - ${ago}::interval`]))
  await it.app.db.update(sessions).set(values).where(eq(sessions.id, id))
  return id
}

test('a session is forgotten with its tokens thirty days after it could be used last', async () => {
  const gone = [
    await sessionThat({ endedAt: '30 days' }),
    await sessionThat({ createdAt: '60 days' }),
    await sessionThat({ createdAt: '45 days', lastUsedAt: '44 days' }),
  ]
  const kept = [
    await sessionThat({ endedAt: '29 days 23 hours' }),
    await sessionThat({ createdAt: '59 days 23 hours', lastUsedAt: '30 days' }),
    await sessionThat({ createdAt: '45 days', lastUsedAt: '43 days 23 hours' }),
  ]
  await forgetAccess(it.app.db)
  const all = [...gone, ...kept]
  const left = await it.app.db.select({ id: sessions.id }).from(sessions).where(inArray(sessions.id, all)).orderBy(sessions.id)
  expect(left.map(({ id }) => id)).toEqual(kept)
  const tokens = await it.app.db.select({ of: refreshTokens.sessionId }).from(refreshTokens).where(inArray(refreshTokens.sessionId, all))
  expect(tokens.map(({ of }) => of).sort()).toEqual(kept)
})

test('a stolen token betrays itself for as long as its session lives, though it was used weeks ago', async () => {
  const { token } = await openTestSession(it)
  const next = refreshTokenOf(await post(it, 'refresh', { cookie: token }))
  await it.app.db.update(refreshTokens).set({ createdAt: sql`now() - interval '29 days'`, consumedAt: sql`now() - interval '29 days'` })
  await it.app.db.update(sessions).set({ createdAt: sql`now() - interval '29 days'` })
  await forgetAccess(it.app.db)
  await post(it, 'refresh', { cookie: token })
  expect((await post(it, 'refresh', { cookie: next })).json().code).toBe('session_ended')
  expect(await it.app.db.select().from(sessions).where(eq(sessions.endedBecause, 'reuse'))).toHaveLength(1)
})

test('a trusted device is forgotten when its time is over', async () => {
  const device = (ago: string) => ({
    id: uuidv7(),
    userId,
    tokenHash: uuidv7(),
    expiresAt: sql`now() - ${ago}::interval` as unknown as Date,
  })
  const [, kept] = await it.app.db
    .insert(trustedDevices)
    .values([device('0 s'), device('-1 minute')])
    .returning({ id: trustedDevices.id })
  await forgetAccess(it.app.db)
  expect(await it.app.db.select({ id: trustedDevices.id }).from(trustedDevices)).toEqual([kept])
})

test('a link is forgotten thirty days after it was made', async () => {
  const link = (ago: string) => {
    const at = sql`now() - ${ago}::interval` as unknown as Date
    return { id: uuidv7(), userId, kind: 'reset' as const, tokenHash: uuidv7(), createdAt: at, expiresAt: at }
  }
  const [, kept] = await it.app.db
    .insert(passwordLinks)
    .values([link('30 days'), link('29 days 23 hours')])
    .returning({ id: passwordLinks.id })
  await forgetAccess(it.app.db)
  expect(await it.app.db.select({ id: passwordLinks.id }).from(passwordLinks)).toEqual([kept])
})

test('a try is forgotten when it counts no more, though nobody tries again', async () => {
  const attempt = (kind: 'password' | 'code', ago: string) => {
    const at = sql`now() - ${ago}::interval` as unknown as Date
    return { id: uuidv7(), kind, account: kind, address: '203.0.113.1', at }
  }
  await it.app.db.insert(loginAttempts).values([attempt('password', '1 minute'), attempt('code', '59 minutes'), attempt('code', '1 hour')])
  await forgetAccess(it.app.db)
  expect(await it.app.db.select({ kind: loginAttempts.kind }).from(loginAttempts)).toEqual([{ kind: 'code' }])
})
