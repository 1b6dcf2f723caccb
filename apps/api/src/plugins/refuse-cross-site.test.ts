import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cookieName, openTestSession, own, password, post, signInKnowing } from '../../test/auth-client.ts'
import { documentedRoutes, unknownId } from '../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'

let it: TestApp
let session: { email: string; token: string }
beforeAll(async () => {
  it = await createTestApp()
  session = await openTestSession(it)
})
afterAll(() => it.close())

const url = (verb: string) => `/api/v1/auth/${verb}`
const token = 'A'.repeat(43)

/** Where nobody needs to be signed in. */
const bodies: Record<string, () => object> = {
  login: () => ({ email: session.email, password }),
  refresh: () => ({}),
  logout: () => ({}),
  setup: () => ({ code: 'ABCDE', siteName: 'a', name: 'a', email: 'a@b', password, publishingPolicy: 'direct' }),
  forgot: () => ({ email: session.email }),
  links: () => ({ token }),
  invitations: () => ({ token, password }),
  reset: () => ({ token, password }),
}

test('no route that needs no session is left out', () => {
  const open = [...documentedRoutes(it)].filter(([name, { access = '' }]) => /^POST \/auth\//.test(name) && access !== 'signed in')
  expect(open.map(([name]) => name.replace('POST /auth/', '')).sort()).toEqual(Object.keys(bodies).sort())
})

describe.each(Object.entries(bodies))('%s', (verb, body) => {
  const send = (headers: Record<string, string>) => post(it, verb, { body: body(), cookie: session.token, headers })

  test.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['our host on another port', { origin: 'http://localhost:3001' }],
    ['our host over another protocol', { origin: 'https://localhost:3000' }],
    ['our name as the start of another', { origin: 'http://localhost:3000.evil.example' }],
    ['an origin that hides itself', { origin: 'null' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['a site of an unknown kind', { 'sec-fetch-site': 'same-origin, cross-site' }],
    ['another site that claims our origin', { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' }],
  ])('from %s is a 403 and sets nothing', async (_name, headers) => {
    const answer = await unchanged(it, () => send(headers))
    expect(answer.json()).toMatchObject({ status: 403, code: 'cross_site' })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'as %s, which a form can send, is a 415',
    async (type) => {
      expect((await send({ 'content-type': type })).json()).toMatchObject({ status: 415, code: 'unsupported_media_type' })
    },
  )

  test('is refused before its body is read', async () => {
    expect((await post(it, verb, { body: '{broken', headers: { origin: 'https://evil.example' } })).statusCode).toBe(403)
  })

  test('without a body, as a form of another site can send it, is a 400', async () => {
    const cookie = `${cookieName}=${session.token}`
    expect((await it.app.inject({ method: 'POST', url: url(verb), headers: { cookie } })).statusCode).toBe(400)
  })

  test('reads no long body', async () => {
    const answer = await post(it, verb, { body: `{${' '.repeat(4096)}}` })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'body_too_large'])
  })
})

test('no route of signing in gives other sites permission', async () => {
  const paths = [...documentedRoutes(it).values()].map(({ path }) => path).filter((path) => path.startsWith('/api/v1/auth/'))
  expect(new Set(paths).size).toBeGreaterThan(15)
  for (const path of paths) expect([path, await permissionOf(path.replace('{id}', unknownId))]).toEqual([path, undefined])
})

test('behind the guard a cookie is no credential, from whatever site', async () => {
  const person = await signInKnowing(it)
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const cookie = `${cookieName}=${session.token}`
  expect((await it.app.inject({ url: url('me'), headers: { ...foreign, cookie } })).statusCode).toBe(401)
  const answer = await own(it, person, 'GET', 'me', undefined, { headers: { ...foreign, cookie } })
  expect([answer.statusCode, answer.json().email, answer.headers['access-control-allow-origin']]).toEqual([200, person.email, undefined])
})

test('GET as an administrator changes nothing', async () => {
  const admin = await signInKnowing(it, 'admin')
  for (const path of ['me', 'sessions', 'trusted-devices', 'setup']) {
    expect((await unchanged(it, () => own(it, admin, 'GET', path))).statusCode).toBe(200)
  }
  for (const path of ['login', 'logout', 'password', 'reset', 'totp']) expect((await own(it, admin, 'GET', path)).statusCode).toBe(404)
})

/** What a browser hears that asks whether a page of another site may send JSON there. */
async function permissionOf(path: string) {
  const headers = {
    origin: 'https://evil.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  }
  return (await it.app.inject({ method: 'OPTIONS', url: path, headers })).headers['access-control-allow-origin']
}

test('the desk and the signed-in person are closed to other sites, the articles open', async () => {
  expect(await permissionOf('/api/v1/editorial/articles')).toBeUndefined()
  expect(await permissionOf('/api/v1/auth/me')).toBeUndefined()
  expect(await permissionOf('/api/v1/articles')).toBe('*')
})

test('a client that is no browser, and the desk on a name beside ours, are let in', async () => {
  const headers = { 'content-type': 'application/json' }
  const payload = { email: session.email, password }
  expect((await it.app.inject({ method: 'POST', url: url('login'), headers, payload })).statusCode).toBe(200)
  expect((await post(it, 'login', { body: payload, headers: { 'sec-fetch-site': 'same-site' } })).statusCode).toBe(200)
})
