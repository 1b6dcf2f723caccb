import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieName, deviceTokenOf, type KnownPerson, own, password, post, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { createDraft, send } from '../../../test/factories.ts'
import { createPreview } from '../../../test/links.ts'
import { said } from '../../../test/said.ts'
import { codeOf, forgetSteps, turnOn } from '../../../test/second-factor.ts'
import { documentedRoutes, unknownId } from '../../../test/smallest-request.ts'
import { createTestApp, type TestApp, testConfig } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { sessions } from '../../db/schema/sessions.ts'
import { isGuarded } from '../../lib/access.ts'
import { policy } from '../../policy.ts'
import { createPasswordLink } from '../password-links/create-password-link.ts'

let it: TestApp
let person: KnownPerson
/** One of each kind that is good where it belongs. */
let tokens: { access: string; refresh: string; device: string; reset: string; preview: string; recovery: string }
beforeAll(async () => {
  it = await createTestApp()
  person = await signInKnowing(it, 'admin')
  const { secret, recoveryCodes } = await turnOn(it, person)
  const { token: refresh } = await signInAgain(it, person, { code: codeOf(secret) })
  await forgetSteps(it, person)
  const device = deviceTokenOf(
    await post(it, 'login', { body: { email: person.email, password, code: codeOf(secret), trustDevice: true } }),
  )
  const link = await createPasswordLink(it.app.db, testConfig, { userId: person.userId, kind: 'reset', createdBy: null })
  const preview = await createPreview(it, person, (await createDraft(it, person)).id)
  tokens = {
    access: person.authorization.slice('Bearer '.length),
    refresh,
    device,
    reset: link.url.split('#')[1] ?? '',
    preview: preview.token,
    recovery: recoveryCodes[0] ?? '',
  }
})
afterAll(() => it.close())

type Kind = keyof typeof tokens
const kinds: Kind[] = ['access', 'refresh', 'device', 'reset', 'preview', 'recovery']
const but = (...good: Kind[]) => kinds.filter((kind) => !good.includes(kind))

describe('a token of the wrong type', () => {
  test.each(but('access'))('as bearer is a 401 on every route behind the guard: %s', async (kind) => {
    const names = Object.entries(policy).flatMap(([name, access]) => (isGuarded(access) ? name : []))
    const routes = [...documentedRoutes(it)].flatMap(([name, route]) => (names.includes(name) ? route : []))
    expect(routes.length).toBe(names.length)
    const answers = await unchanged(it, () =>
      Promise.all(
        routes.map(({ method, path }) => {
          const headers = { authorization: `Bearer ${tokens[kind]}`, cookie: `${cookieName}=${tokens.refresh}` }
          return it.app.inject({ method, url: path.replaceAll(/\{\w+\}/g, unknownId), headers })
        }),
      ),
    )
    expect(answers.map(said)).toEqual(routes.map(() => [401, 'unauthorized']))
  })

  test.each(but('refresh'))('as refresh cookie is a 401: %s', async (kind) => {
    for (const path of ['refresh', 'logout']) {
      expect(said(await unchanged(it, () => post(it, path, { cookie: tokens[kind] })))).toEqual([401, 'session_ended'])
    }
  })

  test.each(but('device'))('as device cookie spares nobody the code: %s', async (kind) => {
    const answer = await unchanged(it, () => post(it, 'login', { body: { email: person.email, password }, device: tokens[kind] }))
    expect(said(answer)).toEqual([401, 'code_needed'])
  })

  test.each(but('reset'))('opens no link and sets no password: %s', async (kind) => {
    for (const [path, more] of [
      ['links', {}],
      ['reset', { password: 'quả bóng tròn lăn' }],
      ['invitations', { password: 'quả bóng tròn lăn' }],
    ] as const) {
      const { statusCode } = await unchanged(it, () => post(it, path, { body: { token: tokens[kind], ...more } }))
      expect(statusCode).toBe(/^[\w-]{43}$/.test(tokens[kind]) ? 404 : 400)
    }
  })

  test.each(but('preview'))('opens no preview: %s', async (kind) => {
    const answer = await unchanged(it, () => it.app.inject(`/api/v1/previews/${encodeURIComponent(tokens[kind])}`))
    expect([400, 404, 414]).toContain(answer.statusCode)
  })

  test.each(but('recovery'))('is no code: %s', async (kind) => {
    const code = tokens[kind].slice(0, 40)
    const answer = await unchanged(it, () => post(it, 'login', { body: { email: person.email, password, code } }))
    expect(said(answer)).toEqual([401, 'wrong_code'])
  })

  test('is what each of them is elsewhere: where it belongs, it is good', async () => {
    expect((await own(it, person, 'GET', 'me')).statusCode).toBe(200)
    expect((await post(it, 'login', { body: { email: person.email, password }, device: tokens.device })).statusCode).toBe(200)
    expect((await post(it, 'links', { body: { token: tokens.reset } })).statusCode).toBe(200)
    expect((await it.app.inject(`/api/v1/previews/${tokens.preview}`)).statusCode).toBe(200)
    expect((await post(it, 'login', { body: { email: person.email, password, code: tokens.recovery } })).statusCode).toBe(200)
    expect((await post(it, 'refresh', { cookie: tokens.refresh })).statusCode).toBe(200)
  })
})

describe('dead on the next request, access and refresh', () => {
  test.each<[string, (one: KnownPerson & { token: string }) => Promise<unknown>]>([
    ['after signing out', ({ token }) => post(it, 'logout', { cookie: token })],
    [
      'after a change of the password',
      (one) => own(it, one, 'POST', 'password', { currentPassword: password, password: 'quả bóng tròn lăn' }),
    ],
    ['after an administrator disabled the account', (one) => send(it, person, 'POST', `/users/${one.userId}/disable`, {}, 1)],
    ['after an administrator ended the sessions', (one) => send(it, person, 'DELETE', `/users/${one.userId}/sessions`)],
    ['after being revoked from elsewhere', (one) => own(it, one, 'DELETE', 'sessions')],
  ])('%s', async (_name, end) => {
    const known = await signInKnowing(it)
    const session = await signInAgain(it, known)
    expect((await own(it, session, 'GET', 'me')).statusCode).toBe(200)
    await end({ ...known, token: session.token })
    expect(said(await own(it, session, 'GET', 'me'))).toEqual([401, 'unauthorized'])
    expect(said(await post(it, 'refresh', { cookie: session.token }))).toEqual([401, 'session_ended'])
  })

  test('after the session is gone altogether', async () => {
    const known = await signInKnowing(it)
    await it.app.db.delete(sessions).where(eq(sessions.id, known.sessionId))
    expect((await own(it, known, 'GET', 'me')).statusCode).toBe(401)
    const authorization = `Bearer ${it.app.accessTokens.sign({ userId: known.userId, sessionId: uuidv7(), issuedAt: Math.floor(Date.now() / 1000) })}`
    expect((await own(it, { authorization }, 'GET', 'me')).statusCode).toBe(401)
  })
})
