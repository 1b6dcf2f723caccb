import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ApiClient, createApiClient } from './api-client.ts'
import { createSession, type Session } from './session.ts'

const user = (id: string, isRequired = false) => ({
  id,
  email: `${id}@example.test`,
  name: id,
  locale: 'vi' as const,
  version: 1,
  grants: [],
  secondFactor: { isOn: false, isRequired, recoveryCodes: 0 },
})
let alive: boolean
let who: string
let asked: string[]
let issued: number
let offline: boolean

/** A server with one session: it hands out tokens while the session lives and refuses everything else. */
async function server(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const path = String(input).replace('/api/v1', '')
  asked.push(`${init.method} ${path}`)
  if (offline) throw new TypeError('Failed to fetch')
  const answer = (status: number, body: object) => Response.json(body, { status })
  const refusal = () => answer(401, {})
  if (path === '/auth/login') alive = true
  if (path === '/auth/logout') {
    alive = false
    return new Response(null, { status: 204 })
  }
  if (path.startsWith('/auth/'))
    return alive ? answer(200, { accessToken: `token-${++issued}`, expiresIn: 600, user: user(who) }) : refusal()
  const good = alive && new Headers(init.headers).get('authorization') === `Bearer token-${issued}`
  return good ? answer(200, { ok: true }) : refusal()
}

let session: Session
let api: ApiClient
beforeEach(() => {
  vi.useFakeTimers()
  alive = true
  offline = false
  who = 'lan'
  asked = []
  issued = 0
  session = createSession(createApiClient({ fetch: server }))
  api = createApiClient({ fetch: server, bearer: session.bearer })
})
afterEach(() => vi.useRealTimers())

const refreshes = () => asked.filter((line) => line === 'POST /auth/refresh').length
const input = { email: 'lan@example.test', password: 'mat-khau-cua-lan' }

describe('the session of a page', () => {
  test('starts by the cookie, with one request however many ask', async () => {
    await session.start()
    expect(session.state()).toMatchObject({ status: 'signedIn', user: { id: 'lan' } })
    await Promise.all([api.get('/auth-free'), api.get('/other'), api.get('/third')])
    expect(refreshes()).toBe(1)
  })

  test('is signed out when the cookie is no good', async () => {
    alive = false
    await session.start()
    expect(session.state()).toEqual({ status: 'signedOut' })
  })

  test('stays undecided while the server cannot be asked, and can be started again', async () => {
    offline = true
    await expect(session.start()).rejects.toMatchObject({ code: 'network' })
    offline = false
    await session.start()
    expect(session.state().status).toBe('signedIn')
  })

  test('renews its token shortly before the end', async () => {
    await session.start()
    await vi.advanceTimersByTimeAsync(539_000)
    expect(refreshes()).toBe(1)
    await vi.advanceTimersByTimeAsync(2000)
    expect(refreshes()).toBe(2)
  })

  test('renews once on a 401 and sends the request again', async () => {
    await session.start()
    issued = 7
    await expect(api.get('/articles')).resolves.toEqual({ ok: true })
    expect(refreshes()).toBe(2)
  })
})

describe('a session that ended on the server', () => {
  beforeEach(async () => {
    await session.start()
    alive = false
  })

  test('is noticed by the next request, which waits and goes on after signing in again', async () => {
    const answer = api.send('PATCH', '/editorial/articles/1', { body: { title: 'Tít' }, version: 3 })
    await vi.waitFor(() => expect(session.state()).toMatchObject({ status: 'ended', user: { id: 'lan' } }))
    await session.signIn(input)
    await expect(answer).resolves.toEqual({ ok: true })
    expect(session.state().status).toBe('signedIn')
  })

  test('found by the timer disturbs nobody until something is asked', async () => {
    await vi.advanceTimersByTimeAsync(541_000)
    expect(session.state().status).toBe('signedIn')
    void api.get('/articles').catch(() => undefined)
    await vi.waitFor(() => expect(session.state().status).toBe('ended'))
  })

  test('is kept from the person by what nobody asked for, until he asks for something himself', async () => {
    await expect(api.get('/editorial/events', { quiet: true })).rejects.toMatchObject({ status: 401 })
    await expect(api.send('PUT', '/editorial/articles/1/presence', { body: {}, quiet: true })).rejects.toMatchObject({ status: 401 })
    expect(session.state().status).toBe('signedIn')
    const answer = api.get('/articles')
    await vi.waitFor(() => expect(session.state().status).toBe('ended'))
    await session.signIn(input)
    await expect(answer).resolves.toEqual({ ok: true })
  })

  test('lets what waits fail when the person leaves', async () => {
    const answer = api.get('/articles')
    const failed = expect(answer).rejects.toMatchObject({ status: 401 })
    await vi.waitFor(() => expect(session.state().status).toBe('ended'))
    await session.signOut()
    await failed
    expect(session.state()).toEqual({ status: 'signedOut' })
  })

  test.each([
    ['refused', async () => undefined],
    ['never sent, for its token was gone', () => vi.advanceTimersByTimeAsync(541_000)],
  ])('never sends what one person asked in the name of another who signs in, when it was %s', async (_name, before) => {
    await before()
    const answer = api.send('PATCH', '/editorial/articles/1', { body: { title: 'Tít' }, version: 3 })
    const failed = expect(answer).rejects.toMatchObject({ status: 401 })
    await vi.waitFor(() => expect(session.state().status).toBe('ended'))
    asked = []
    who = 'minh'
    await session.signIn(input)
    await failed
    await expect(api.get('/articles')).rejects.toMatchObject({ status: 401 })
    expect(asked).toEqual(['POST /auth/login'])
    expect(session.state()).toEqual({ status: 'changed' })
  })
})

test('a page sends nothing in the name of a person who signed in beside it', async () => {
  await session.start()
  who = 'minh'
  issued = 7
  asked = []
  await expect(api.send('PATCH', '/editorial/articles/1', { body: {}, version: 3 })).rejects.toMatchObject({ status: 401 })
  await expect(api.get('/articles')).rejects.toMatchObject({ status: 401 })
  expect(asked).toEqual(['PATCH /editorial/articles/1', 'POST /auth/refresh'])
  expect(session.state()).toEqual({ status: 'changed' })
})

test('signing out ends the session on the server and forgets the token', async () => {
  await session.start()
  await session.signOut()
  await expect(api.get('/articles')).rejects.toMatchObject({ status: 401 })
  expect(session.state()).toEqual({ status: 'signedOut' })
  expect(asked).toContain('POST /auth/logout')
})

test('a session that takes the place of this one, after a change of the password, serves what is asked from then on', async () => {
  await session.start()
  issued = 7
  session.goOnWith({ accessToken: 'token-7', expiresIn: 600, user: user('lan') })
  asked = []
  await expect(api.get('/articles')).resolves.toEqual({ ok: true })
  expect(asked).toEqual(['GET /articles'])
})

describe('a second factor that is asked for', () => {
  let isRefused: boolean
  beforeEach(async () => {
    isRefused = true
    await session.start()
  })
  /** A server that asks for a second factor until it is on. */
  const held: typeof server = async (input, init) =>
    isRefused && !String(input).includes('/auth/')
      ? new Response(JSON.stringify({ code: 'second_factor_required' }), {
          status: 403,
          headers: { 'content-type': 'application/problem+json' },
        })
      : server(input, init)
  const ask = () => createApiClient({ fetch: held, bearer: session.bearer })
  const isAsked = () =>
    vi.waitFor(() => expect(session.state()).toMatchObject({ user: { secondFactor: { isRequired: true, isOn: false } } }))

  test('holds up what was asked, which goes on when it is on', async () => {
    const answer = ask().send('PATCH', '/editorial/articles/1', { body: { title: 'Tít' }, version: 3 })
    await isAsked()
    expect(session.state().status).toBe('signedIn')
    isRefused = false
    session.know({ ...user('lan'), secondFactor: { isOn: true, isRequired: true, recoveryCodes: 10 } })
    await expect(answer).resolves.toEqual({ ok: true })
  })

  test('or no more required, as the next token tells', async () => {
    const answer = ask().get('/articles')
    await isAsked()
    isRefused = false
    await vi.advanceTimersByTimeAsync(541_000)
    await expect(answer).resolves.toEqual({ ok: true })
  })

  test('fails what waits when the person leaves, and disturbs nobody for what runs by itself', async () => {
    await expect(ask().get('/editorial/events', { quiet: true })).rejects.toMatchObject({ code: 'second_factor_required' })
    expect(session.state()).toMatchObject({ user: { secondFactor: { isRequired: false } } })
    const failed = expect(ask().get('/articles')).rejects.toMatchObject({ code: 'second_factor_required' })
    await isAsked()
    await session.signOut()
    await failed
  })

  test('is not told of one person what the API says of another', () => {
    session.know({ ...user('minh'), name: 'Minh' })
    expect(session.state()).toMatchObject({ user: { id: 'lan' } })
  })
})
