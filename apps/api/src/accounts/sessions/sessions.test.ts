import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { own, post, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { send } from '../../../test/factories.ts'
import { unknownId } from '../../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { sessions } from '../../db/schema/sessions.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0'
const listed = async (as: { authorization: string }) => (await own(it, as, 'GET', 'sessions')).json().data
const isOpen = async (as: { authorization: string }) =>
  (await send(it, { ...as, userId: '', sessionId: '' }, 'GET', '/articles')).statusCode === 200
const endedBecause = async (id: string) =>
  (await it.app.db.select({ because: sessions.endedBecause }).from(sessions).where(eq(sessions.id, id)))[0]?.because

async function newestSession(userId: string): Promise<string> {
  const [row] = await it.app.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.id))
    .limit(1)
  return row?.id ?? ''
}

describe('the list of sessions', () => {
  test('has the own live ones, the one that was used last first, with device and address of the sign-in', async () => {
    const person = await signInKnowing(it)
    await signInKnowing(it)
    await signInAgain(it, person, { headers: { 'user-agent': firefox }, remoteAddress: '203.0.113.7' })
    const newest = await newestSession(person.userId)
    const data = await listed(person)
    expect(data).toEqual([
      {
        id: newest,
        device: 'Firefox · Windows',
        address: '203.0.113.7',
        createdAt: expect.stringMatching(/\+07:00$/),
        lastUsedAt: expect.stringMatching(/\+07:00$/),
        isCurrent: false,
      },
      expect.objectContaining({ id: person.sessionId, device: null, address: null, isCurrent: true }),
    ])
    const use = (id: string) => it.app.db.update(sessions).set({ lastUsedAt: sql`now() + interval '1 second'` }).where(eq(sessions.id, id))
    await use(person.sessionId)
    expect((await listed(person)).map(({ id }: { id: string }) => id)).toEqual([person.sessionId, newest])
  })

  test.each([
    ['that ended', { endedAt: sql`now()` }],
    ['unused for fourteen days', { lastUsedAt: sql`now() - interval '14 days'` }],
    ['thirty days old', { createdAt: sql`now() - interval '30 days'` }],
  ])('has none %s, which cannot be ended either', async (_name, change) => {
    const person = await signInKnowing(it)
    await signInAgain(it, person)
    const id = await newestSession(person.userId)
    await it.app.db.update(sessions).set(change).where(eq(sessions.id, id))
    expect(await listed(person)).toHaveLength(1)
    expect((await own(it, person, 'DELETE', `sessions/${id}`)).statusCode).toBe(404)
  })
})

describe('ending sessions', () => {
  test('one acts there on the next request, for access and refresh, and is noted in the audit log', async () => {
    const person = await signInKnowing(it)
    const other = await signInAgain(it, person)
    const id = await newestSession(person.userId)
    expect(await isOpen(other)).toBe(true)
    expect((await own(it, person, 'DELETE', `sessions/${id}`)).statusCode).toBe(204)
    expect([await isOpen(other), await isOpen(person), await endedBecause(id)]).toEqual([false, true, 'revoked'])
    expect((await post(it, 'refresh', { cookie: other.token })).json().code).toBe('session_ended')
    const [entry] = await it.app.db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(desc(auditLog.id)).limit(1)
    expect(entry).toMatchObject({ action: 'session.revoke', entity: 'session', actorId: person.userId, address: '203.0.113.1' })
  })

  test('all others leaves the one that asks, and those of other people', async () => {
    const [person, colleague] = [await signInKnowing(it), await signInKnowing(it)]
    const others = [await signInAgain(it, person), await signInAgain(it, person)]
    expect((await own(it, person, 'DELETE', 'sessions')).statusCode).toBe(204)
    expect(await Promise.all([person, colleague, ...others].map(isOpen))).toEqual([true, true, false, false])
    const entries = () => it.app.db.select().from(auditLog).where(eq(auditLog.entityId, person.userId))
    expect(await entries()).toMatchObject([
      { action: 'user.endSessions', detail: { count: 2, sessions: [expect.any(String), expect.any(String)] } },
    ])
    expect((await own(it, person, 'DELETE', 'sessions')).statusCode).toBe(204)
    expect(await entries()).toHaveLength(1)
  })

  test('the own one is signing out', async () => {
    const person = await signInKnowing(it)
    expect((await own(it, person, 'DELETE', `sessions/${person.sessionId}`)).statusCode).toBe(204)
    expect(await isOpen(person)).toBe(false)
  })

  test('a foreign one is the same 404 as one that is not there, and ends nothing', async () => {
    const [person, other] = [await signInKnowing(it, 'admin'), await signInKnowing(it)]
    const refused = []
    for (const id of [other.sessionId, unknownId]) refused.push(await unchanged(it, () => own(it, person, 'DELETE', `sessions/${id}`)))
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([404, 404])
    expect(refused[0]?.body).toBe(refused[1]?.body)
    expect(await isOpen(other)).toBe(true)
  })

  test('with a broken id, a field or a parameter is a 400, without a token a 401', async () => {
    const person = await signInKnowing(it)
    const asked = [
      own(it, person, 'DELETE', "sessions/1'--"),
      own(it, person, 'DELETE', 'sessions?except=1'),
      own(it, person, 'DELETE', 'sessions', { all: true }),
      own(it, person, 'GET', 'sessions?userId=1'),
    ]
    expect((await Promise.all(asked)).map(({ statusCode }) => statusCode)).toEqual([400, 400, 400, 400])
    const without = [
      own(it, null, 'GET', 'sessions'),
      own(it, null, 'DELETE', 'sessions'),
      own(it, null, 'DELETE', `sessions/${person.sessionId}`),
    ]
    expect((await Promise.all(without)).map(({ statusCode }) => statusCode)).toEqual([401, 401, 401])
    expect(await isOpen(person)).toBe(true)
  })
})
