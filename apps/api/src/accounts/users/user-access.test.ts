import type { PasswordLink } from '@bantin/shared/users'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { own, password, post, signInAgain, signInKnowing } from '../../../test/auth-client.ts'
import { send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { createUser } from '../../../test/users.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { sessions, trustedDevices } from '../../db/schema/sessions.ts'
import { users } from '../../db/schema/users.ts'
import { insertDevice } from '../second-factor/trusted-devices.repository.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const about = (id: string, path: string, body: object | undefined = {}, version?: number) =>
  send(it, admin, path === '/sessions' ? 'DELETE' : 'POST', `/users/${id}${path}`, path === '/sessions' ? undefined : body, version)
const refused = async (...asked: Parameters<typeof about>) => {
  const answer = await unchanged(it, () => about(...asked))
  return [answer.statusCode, answer.json().code]
}
const deedsWith = async (id: string) => {
  const rows = await it.database.db.select().from(auditLog).where(eq(auditLog.entityId, id)).orderBy(auditLog.id)
  return rows.map(({ action, version, fields, detail }) => ({ action, version, fields, detail }))
}
const tokenOf = ({ url }: PasswordLink) => url.split('#')[1] ?? ''
const opens = async (link: PasswordLink) => (await post(it, 'links', { body: { token: tokenOf(link) } })).statusCode === 200

describe('a link to set a password', () => {
  test.each([
    ['invitation', 'invited', 'user.invite'],
    ['reset', 'active', 'user.reset'],
  ] as const)('%s is for whoever is %s; the one before it is closed, and who made it is noted', async (kind, state, action) => {
    const id = await createUser(it, { state })
    const [first, second] = [await about(id, `/${kind}`), await about(id, `/${kind}`)]
    expect([first.statusCode, first.headers['cache-control']]).toEqual([201, 'private, no-store'])
    expect(first.json()).toMatchObject({
      kind,
      isMailed: false,
      url: expect.stringMatching(/^http:\/\/localhost:3000\/dang-nhap\/mat-khau#/),
    })
    expect([await opens(first.json()), await opens(second.json())]).toEqual([false, true])
    const deed = (link: PasswordLink) => ({ action, version: null, fields: [], detail: { expiresAt: link.expiresAt } })
    expect(await deedsWith(id)).toEqual([deed(first.json()), deed(second.json())])
  })

  test.each([
    ['/invitation', 'active'],
    ['/invitation', 'disabled'],
    ['/reset', 'invited'],
    ['/reset', 'disabled'],
  ] as const)('%s is refused for whoever is %s', async (path, state) => {
    expect(await refused(await createUser(it, { state }), path)).toEqual([409, 'conflict'])
  })

  test('makes an invited person active, once', async () => {
    const id = await createUser(it, { state: 'invited', grants: [{ role: 'editor', unitId: null }] })
    const link = (await about(id, '/invitation')).json()
    const accept = () => post(it, 'invitations', { body: { token: tokenOf(link), password } })
    expect([(await accept()).statusCode, (await accept()).statusCode]).toEqual([204, 404])
    expect((await send(it, admin, 'GET', `/users/${id}`)).json()).toMatchObject({ state: 'active', openLink: null })
    expect(await refused(id, '/invitation')).toEqual([409, 'conflict'])
  })

  test.each([
    ['invitation', 'invited'],
    ['reset', 'active'],
  ] as const)(
    '%s is made five times an hour for one person, whoever makes it; then it is a 429 and the last stays open',
    async (kind, state) => {
      const [id, other] = [await createUser(it, { state }), await createUser(it, { state })]
      const makers = [admin, await signIn(it, 'admin')]
      const make = (n: number, whose = id) => send(it, makers[n % 2] ?? null, 'POST', `/users/${whose}/${kind}`, {})
      for (let n = 0; n < 4; n += 1) expect((await make(n)).statusCode).toBe(201)
      const last = (await make(4)).json()
      const answer = await unchanged(it, () => make(5))
      expect([answer.statusCode, answer.json().code]).toEqual([429, 'too_many_requests'])
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(3500)
      expect(await opens(last)).toBe(true)
      expect((await make(5, other)).statusCode).toBe(201)
    },
  )

  test('mailed to an address that is not the person’s any more opens nothing; sessions go on', async () => {
    const person = await signIn(it, 'editor')
    const link = (await about(person.userId, '/reset')).json()
    const answer = await send(it, admin, 'PATCH', `/users/${person.userId}`, { email: 'dung@example.test' }, 1)
    expect(answer.json()).toMatchObject({ email: 'dung@example.test', openLink: null, version: 2 })
    expect(await opens(link)).toBe(false)
    expect((await own(it, person, 'GET', 'me')).statusCode).toBe(200)
  })
})

describe('name and e-mail', () => {
  test('are changed, each noted as a field without its words', async () => {
    const id = await createUser(it)
    await send(it, admin, 'PATCH', `/users/${id}`, { name: ' Lò Thị Mới\u200b' }, 1)
    const answer = await send(it, admin, 'PATCH', `/users/${id}`, { name: 'Lò Thị Mới', email: 'moi@example.test' }, 2)
    expect(answer.json()).toMatchObject({ name: 'Lò Thị Mới', email: 'moi@example.test', version: 3 })
    expect(await deedsWith(id)).toEqual([
      { action: 'user.change', version: 2, fields: ['name'], detail: null },
      { action: 'user.change', version: 3, fields: ['email'], detail: null },
    ])
  })

  test('that are the same change nothing', async () => {
    const id = await createUser(it, { name: 'Lò Thị Mai' })
    for (const body of [{}, { name: 'Lò Thị Mai' }]) {
      expect((await unchanged(it, () => send(it, admin, 'PATCH', `/users/${id}`, body, 1))).statusCode).toBe(200)
    }
    expect(await deedsWith(id)).toEqual([])
  })

  test('an e-mail that another one has, in whatever capitals, is refused; its capitals may change', async () => {
    await createUser(it, { email: 'co-roi@example.test' })
    const id = await createUser(it, { email: 'nho@example.test' })
    const answer = await unchanged(it, () => send(it, admin, 'PATCH', `/users/${id}`, { email: 'Co-Roi@example.test' }, 1))
    expect(answer.json()).toMatchObject({ status: 409, code: 'conflict', errors: [{ pointer: '/email', code: 'email_taken' }] })
    expect((await send(it, admin, 'PATCH', `/users/${id}`, { email: 'Nho@example.test' }, 1)).statusCode).toBe(200)
  })
})

describe('disabling', () => {
  test('ends sessions, links and trusted devices on the next request, and keeps the person from signing in', async () => {
    const person = await signInKnowing(it)
    const link = (await about(person.userId, '/reset')).json()
    await insertDevice(it.database.db, { id: person.sessionId, userId: person.userId, tokenHash: person.userId, device: null })
    const answer = await about(person.userId, '/disable', {}, 1)
    expect(answer.json()).toMatchObject({ state: 'disabled', disabledAt: expect.any(String), liveSessions: 0, openLink: null, version: 2 })
    expect((await own(it, person, 'GET', 'me')).statusCode).toBe(401)
    expect(await opens(link)).toBe(false)
    expect(await it.database.db.select().from(trustedDevices).where(eq(trustedDevices.userId, person.userId))).toEqual([])
    expect((await post(it, 'login', { body: { email: person.email, password } })).json().code).toBe('wrong_credentials')
    const [session] = await it.database.db.select().from(sessions).where(eq(sessions.id, person.sessionId))
    expect(session?.endedBecause).toBe('disabled')
  })

  test('is undone by enabling: with the same password, and no session from before', async () => {
    const person = await signInKnowing(it)
    await about(person.userId, '/disable', {}, 1)
    // As of a sign-in in the very moment.
    await it.database.db.insert(sessions).values({ id: person.userId, userId: person.userId })
    expect((await about(person.userId, '/enable', {}, 2)).json()).toMatchObject({ state: 'active', disabledAt: null, version: 3 })
    expect((await own(it, person, 'GET', 'me')).statusCode).toBe(401)
    expect((await send(it, admin, 'GET', `/users/${person.userId}`)).json().liveSessions).toBe(0)
    await signInAgain(it, person)
    const deeds = (await deedsWith(person.userId)).map(({ action, fields }) => [action, fields])
    expect(deeds).toEqual([
      ['user.disable', ['disabledAt']],
      ['user.enable', ['disabledAt']],
    ])
  })

  test('of who is disabled, and enabling of who is not, changes nothing', async () => {
    const [off, on] = [await createUser(it, { state: 'disabled' }), await createUser(it)]
    expect((await unchanged(it, () => about(off, '/disable', {}, 1))).statusCode).toBe(200)
    expect((await unchanged(it, () => about(on, '/enable', {}, 1))).statusCode).toBe(200)
    expect([await deedsWith(off), await deedsWith(on)]).toEqual([[], []])
  })

  test('leaves an invitation open to be made again after enabling', async () => {
    const id = await createUser(it, { state: 'invited' })
    await about(id, '/disable', {}, 1)
    expect((await about(id, '/enable', {}, 2)).json().state).toBe('invited')
    expect((await about(id, '/invitation')).statusCode).toBe(201)
  })

  test('of oneself is possible where somebody else administers, and is the last thing one does', async () => {
    const other = await signIn(it, 'admin')
    expect((await send(it, other, 'POST', `/users/${other.userId}/disable`, {}, 1)).statusCode).toBe(200)
    expect((await send(it, other, 'GET', '/users')).statusCode).toBe(401)
  })
})

describe('signing somebody out', () => {
  test('ends every session on the next request, and is noted; again is no error and no note', async () => {
    const person = await signInKnowing(it)
    const second = await signInAgain(it, person)
    expect([(await about(person.userId, '/sessions')).statusCode, (await about(person.userId, '/sessions')).statusCode]).toEqual([204, 204])
    for (const as of [person, second]) expect((await own(it, as, 'GET', 'me')).statusCode).toBe(401)
    expect((await post(it, 'refresh', { cookie: second.token })).statusCode).toBe(401)
    const rows = await it.database.db.select().from(sessions).where(eq(sessions.userId, person.userId))
    expect(rows.map(({ endedBecause }) => endedBecause)).toEqual(['revoked', 'revoked'])
    const deeds = (await deedsWith(person.userId)).filter(({ action }) => action === 'user.endSessions')
    expect(deeds.map(({ detail }) => detail)).toEqual([{ count: 2, sessions: expect.arrayContaining(rows.map(({ id }) => id)) }])
    const [row] = await it.database.db.select().from(users).where(eq(users.id, person.userId))
    expect(row?.version).toBe(1)
  })
})
