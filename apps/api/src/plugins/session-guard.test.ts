import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { readSession } from '../accounts/sessions/sessions.service.ts'
import { sessions } from '../db/schema/sessions.ts'
import { grants, users } from '../db/schema/users.ts'

let it: TestApp
let editor: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  editor = await signIn(it, 'editor')
})
afterAll(() => it.close())

const me = (authorization?: string) => it.app.inject({ url: '/api/v1/auth/me', headers: authorization ? { authorization } : {} })
const statusOf = async (authorization?: string) => (await me(authorization)).statusCode

describe('a guarded route', () => {
  test('answers the signed-in person with his grants', async () => {
    const answer = await me(editor.authorization)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.json()).toEqual({
      id: editor.userId,
      email: `${editor.userId}@example.test`,
      name: 'Test editor',
      locale: 'vi',
      version: 1,
      grants: [{ role: 'editor', unitId: null, unitName: null }],
      secondFactor: { isOn: false, isRequired: false, recoveryCodes: 0 },
    })
  })

  test('refuses whoever brings no token, half a token or another kind of credential', async () => {
    const tokenOnly = editor.authorization.slice('Bearer '.length)
    for (const value of [
      undefined,
      'Bearer',
      'Bearer ',
      'Bearer a.b.c',
      'Bearer a',
      tokenOnly,
      `Basic ${tokenOnly}`,
      `Bearer ${tokenOnly}x`,
    ])
      expect(await statusOf(value), value).toBe(401)
  })

  test('asks for the credential before it looks at the request', async () => {
    expect((await it.app.inject('/api/v1/auth/me?unknown=1')).statusCode).toBe(401)
    const { authorization } = editor
    expect((await it.app.inject({ url: '/api/v1/auth/me?unknown=1', headers: { authorization } })).statusCode).toBe(400)
  })
})

describe('on the next request', () => {
  test('a session that ended is refused', async () => {
    const person = await signIn(it, 'reporter')
    expect(await statusOf(person.authorization)).toBe(200)
    await it.app.db.update(sessions).set({ endedAt: sql`now()` }).where(eq(sessions.id, person.sessionId))
    expect(await statusOf(person.authorization)).toBe(401)
  })

  test('a disabled user is refused', async () => {
    const person = await signIn(it, 'reporter')
    expect(await statusOf(person.authorization)).toBe(200)
    await it.app.db.update(users).set({ disabledAt: sql`now()` }).where(eq(users.id, person.userId))
    expect(await statusOf(person.authorization)).toBe(401)
  })

  test('a role taken away is gone', async () => {
    const person = await signIn(it, 'publisher')
    const claims = it.app.accessTokens.read(person.authorization.slice('Bearer '.length))
    if (!claims) throw new Error('The test has no token.')
    expect(await readSession(it.app.db, claims)).toEqual({
      userId: person.userId,
      name: 'Test publisher',
      grants: [{ role: 'publisher', unitId: null }],
      lacksSecondFactor: false,
    })
    await it.app.db.delete(grants).where(eq(grants.userId, person.userId))
    expect((await readSession(it.app.db, claims))?.grants).toEqual([])
    expect((await me(person.authorization)).json().grants).toEqual([])
  })

  test('a session older than thirty days is refused', async () => {
    const person = await signIn(it, 'reporter')
    await it.app.db.update(sessions).set({ createdAt: sql`now() - interval '30 days 1 second'` }).where(eq(sessions.id, person.sessionId))
    expect(await statusOf(person.authorization)).toBe(401)
  })
})
