import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestSession, post, refreshTokenOf } from '../../../test/auth-client.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { refreshTokens, sessions } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'
import { hashOfToken } from '../../lib/opaque-tokens.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const present = (token: string) => post(it, 'refresh', { cookie: token })
const me = async (accessToken: string) =>
  (await it.app.inject({ url: '/api/v1/auth/me', headers: { authorization: `Bearer ${accessToken}` } })).statusCode

/** As if the token had been used that long ago. */
async function consumedAgo(token: string, interval: string) {
  await it.app.db
    .update(refreshTokens)
    .set({ consumedAt: sql`now() - ${interval}::interval` })
    .where(eq(refreshTokens.hash, hashOfToken(token)))
}

async function sessionOf(token: string) {
  const [found] = await it.app.db
    .select({ id: sessions.id, endedBecause: sessions.endedBecause })
    .from(sessions)
    .innerJoin(refreshTokens, eq(refreshTokens.sessionId, sessions.id))
    .where(eq(refreshTokens.hash, hashOfToken(token)))
  if (!found) throw new Error('The token belongs to no session.')
  return found
}

describe('a refresh token', () => {
  test('is exchanged for a new one and a fresh access token', async () => {
    const { token } = await openTestSession(it)
    const answer = await present(token)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(await me(answer.json().accessToken)).toBe(200)
    expect(refreshTokenOf(answer)).not.toBe(token)
    expect((await present(refreshTokenOf(answer))).statusCode).toBe(200)
  })

  test('presented twice within ten seconds gives the same successor', async () => {
    const { token } = await openTestSession(it)
    const first = refreshTokenOf(await present(token))
    await consumedAgo(token, '9 seconds')
    expect(refreshTokenOf(await present(token))).toBe(first)
    expect((await present(first)).statusCode).toBe(200)
  })

  test('presented five times at once gives one successor', async () => {
    const { token } = await openTestSession(it)
    const { id } = await sessionOf(token)
    const lock = sql`SELECT FROM ${sessions} WHERE id = ${id} FOR UPDATE`
    const answers = await whileLocked(it, lock, 5, () => Promise.all(Array.from({ length: 5 }, () => present(token))))
    expect(new Set(answers.map(refreshTokenOf)).size).toBe(1)
    expect(await it.app.db.select().from(refreshTokens).where(eq(refreshTokens.sessionId, id))).toHaveLength(2)
  })

  test('presented again after ten seconds ends the whole session and is noted in the audit log', async () => {
    const { token } = await openTestSession(it)
    const second = await present(token)
    await consumedAgo(token, '10.1 seconds')
    const answer = await post(it, 'refresh', { cookie: token, remoteAddress: '203.0.113.66' })
    expect(answer.json()).toMatchObject({ status: 401, code: 'session_ended' })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect((await present(refreshTokenOf(second))).json()).toMatchObject({ status: 401, code: 'session_ended' })
    expect(await me(second.json().accessToken)).toBe(401)
    const session = await sessionOf(token)
    expect(session.endedBecause).toBe('reuse')
    await present(token)
    const entries = await it.app.db.select().from(auditLog).where(eq(auditLog.action, 'session.reuse'))
    expect(entries).toEqual([expect.objectContaining({ entity: 'session', entityId: session.id, address: '203.0.113.66' })])
  })

  test('of a disabled person is refused', async () => {
    const { email, token } = await openTestSession(it)
    await it.app.db.update(users).set({ disabledAt: sql`now()` }).where(eq(users.email, email))
    expect((await present(token)).json()).toMatchObject({ status: 401, code: 'session_ended' })
  })

  test('unused for fourteen days is refused, a day less not, and counts from then', async () => {
    const { token } = await openTestSession(it)
    const { id } = await sessionOf(token)
    const lastUsed = (interval: string) =>
      it.app.db
        .update(sessions)
        .set({ lastUsedAt: sql`now() - ${interval}::interval` })
        .where(eq(sessions.id, id))
    await lastUsed('14 days 1 second')
    expect((await present(token)).json()).toMatchObject({ status: 401, code: 'session_ended' })
    await lastUsed('13 days')
    const next = await present(token)
    expect(next.statusCode).toBe(200)
    const [session] = await it.app.db.select({ lastUsedAt: sessions.lastUsedAt }).from(sessions).where(eq(sessions.id, id))
    const [stored] = await it.app.db
      .select()
      .from(refreshTokens)
      .where(eq(refreshTokens.hash, hashOfToken(refreshTokenOf(next))))
    expect(session?.lastUsedAt).toEqual(stored?.createdAt)
  })

  test('of a session thirty days old is refused however much it was used', async () => {
    const { token } = await openTestSession(it)
    const { id } = await sessionOf(token)
    await it.app.db.update(sessions).set({ createdAt: sql`now() - interval '30 days 1 second'` }).where(eq(sessions.id, id))
    expect((await present(token)).json()).toMatchObject({ status: 401, code: 'session_ended' })
  })

  test('with a field in the body is a 400 and stays unused', async () => {
    const { token } = await openTestSession(it)
    expect((await post(it, 'refresh', { cookie: token, body: { refreshToken: token } })).statusCode).toBe(400)
    const [stored] = await it.app.db
      .select()
      .from(refreshTokens)
      .where(eq(refreshTokens.hash, hashOfToken(token)))
    expect(stored?.consumedAt).toBeNull()
  })
})
