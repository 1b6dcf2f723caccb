import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deviceTokenOf, type KnownPerson, own, password, post, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { codeOf, forgetSteps, turnOn } from '../../../test/second-factor.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { whileLocked } from '../../../test/while-locked.ts'
import { sessions, trustedDevices } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'

let it: TestApp
beforeAll(async () => {
  it = await createTestApp()
})
afterAll(() => it.close())

/** So many sessions, the first of which was used longest ago, all of them before the person's own. */
async function openSessions({ userId }: KnownPerson, many: number, change: object = {}): Promise<string[]> {
  const ids = Array.from({ length: many }, () => uuidv7())
  const ago = (index: number) => sql`now() - make_interval(hours => ${many - index}::int)`
  await it.app.db.insert(sessions).values(ids.map((id, index) => ({ id, userId, lastUsedAt: ago(index), ...change })))
  return ids
}

async function endedOf({ userId }: KnownPerson): Promise<{ id: string; because: string | null }[]> {
  const { id, endedBecause: because } = sessions
  return await it.app.db
    .select({ id, because })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), sql`${sessions.endedAt} IS NOT NULL`))
    .orderBy(sessions.lastUsedAt)
}

async function liveOf({ userId }: KnownPerson): Promise<number> {
  const rows = await it.app.db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)))
  return rows.length
}
const listed = async (person: KnownPerson, path: 'sessions' | 'trusted-devices') => (await own(it, person, 'GET', path)).json().data

test('signing in with a hundred live sessions ends the one that was used longest ago, and nobody else’s', async () => {
  const [person, colleague] = [await signInKnowing(it), await signInKnowing(it)]
  const [first = '', second = ''] = await openSessions(person, 99)
  await openSessions(colleague, 120)
  await signInAgain(it, person)
  expect(await endedOf(person)).toEqual([{ id: first, because: 'crowd' }])
  expect(await listed(person, 'sessions')).toHaveLength(100)
  await own(it, person, 'DELETE', `sessions/${second}`)
  await signInAgain(it, person)
  expect((await endedOf(person)).map(({ because }) => because)).toEqual(['crowd', 'revoked'])
  expect(await liveOf(colleague)).toBe(121)
})

test('sessions that can be used no more take nobody’s place', async () => {
  const person = await signInKnowing(it)
  const live = await openSessions(person, 98)
  await openSessions(person, 30, { endedAt: sql`now()` })
  await openSessions(person, 30, { lastUsedAt: sql`now() - interval '14 days'` })
  await signInAgain(it, person)
  expect(await listed(person, 'sessions')).toHaveLength(100)
  expect((await endedOf(person)).filter(({ id }) => live.includes(id))).toEqual([])
})

test('two sign-ins at once leave a hundred too', async () => {
  const person = await signInKnowing(it)
  await openSessions(person, 99)
  const lock = sql`SELECT FROM ${users} WHERE id = ${person.userId} FOR UPDATE`
  await whileLocked(it, lock, 2, () => Promise.all([signInAgain(it, person), signInAgain(it, person)]))
  expect(await liveOf(person)).toBe(100)
})

test('what an earlier version left is shown up to the bound, used last first, and ends with the next sign-in', async () => {
  const person = await signInKnowing(it)
  const ids = await openSessions(person, 150)
  const newest = [person.sessionId, ...ids.toReversed()].slice(0, 100)
  expect((await listed(person, 'sessions')).map(({ id }: { id: string }) => id)).toEqual(newest)
  await signInAgain(it, person)
  expect(await liveOf(person)).toBe(100)
  expect((await own(it, person, 'GET', 'me')).statusCode).toBe(200)
})

test('the twenty-first trusted device takes the place of the oldest, which is asked for a code again', async () => {
  const person = await signInKnowing(it)
  const { secret } = await turnOn(it, person)
  const trust = async () => {
    await forgetSteps(it, person)
    return deviceTokenOf(await post(it, 'login', { body: { email: person.email, password, code: codeOf(secret), trustDevice: true } }))
  }
  const statusOn = async (device: string) => (await post(it, 'login', { body: { email: person.email, password }, device })).statusCode
  const oldest = await trust()
  const { userId } = person
  const more = Array.from({ length: 19 }, () => ({ id: uuidv7(), userId, tokenHash: uuidv7(), expiresAt: new Date('2099-01-01') }))
  await it.app.db.insert(trustedDevices).values(more)
  expect(await statusOn(oldest)).toBe(200)
  const newest = await trust()
  expect(await listed(person, 'trusted-devices')).toHaveLength(20)
  expect([await statusOn(oldest), await statusOn(newest)]).toEqual([401, 200])
})
