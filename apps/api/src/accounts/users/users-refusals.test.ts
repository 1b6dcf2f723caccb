import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { type UserRoute, userRoutes } from '../../../test/user-routes.ts'
import { createUser } from '../../../test/users.ts'

let it: TestApp
let admin: SignedInForTest
let unit: string
let elsewhere: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  unit = await createUnit(it)
  elsewhere = await createUnit(it)
})
afterAll(() => it.close())

const unknownId = '00000000-0000-7000-8000-000000000000'
const changing = userRoutes.filter(({ name }) => name !== 'read')
const versioned = userRoutes.filter(({ needsVersion }) => needsVersion)

const userFor = ({ state }: UserRoute) => createUser(it, { state, grants: [{ role: 'reporter', unitId: unit }] })

async function ask(route: UserRoute, as: SignedInForTest | null, id: string, version: number | undefined = 1, query = '') {
  return await send(it, as, route.method, `/users/${id}${route.path}${query}`, route.body, route.needsVersion ? version : undefined)
}

const refused = async (...asked: Parameters<typeof ask>) => {
  const answer = await unchanged(it, () => ask(...asked))
  return [answer.statusCode, answer.json().code]
}

describe.each(userRoutes)('$name', (route) => {
  if (route.status !== undefined) {
    test('is answered to an administrator of the site, and of the unit', async () => {
      for (const unitId of [null, unit]) {
        const answer = await ask(route, await signIn(it, 'admin', unitId), await userFor(route))
        expect([answer.statusCode, answer.headers['cache-control']]).toEqual([route.status, 'private, no-store'])
      }
    })
  }

  test('without a session → 401', async () => {
    expect(await refused(route, null, await userFor(route))).toEqual([401, 'unauthorized'])
  })

  test.each(['reporter', 'editor', 'publisher'] as const)('as a %s of the whole site → 404, as for nobody', async (role) => {
    const other = await signIn(it, role)
    expect(await refused(route, other, await userFor(route))).toEqual([404, 'not_found'])
    expect((await ask(route, other, unknownId)).rawPayload).toEqual((await ask(route, other, await userFor(route))).rawPayload)
  })

  test('as an administrator of another unit → 404, as for nobody; about who has no role too', async () => {
    const stranger = await signIn(it, 'admin', elsewhere)
    expect(await refused(route, stranger, await userFor(route))).toEqual([404, 'not_found'])
    expect(await refused(route, stranger, await createUser(it, { state: route.state }))).toEqual([404, 'not_found'])
  })

  test('about somebody who is not there → 404', async () => {
    expect(await refused(route, admin, unknownId)).toEqual([404, 'not_found'])
  })

  test('with a broken id or a parameter → 400', async () => {
    for (const id of ['x', `${unknownId}x`, "1'--", '%20']) expect(await refused(route, admin, id)).toEqual([400, 'invalid_request'])
    expect(await refused(route, admin, await userFor(route), 1, '?force=true')).toEqual([400, 'invalid_request'])
  })
})

describe.each(changing)('$name', (route) => {
  test('as an auditor, who sees everybody → 403', async () => {
    expect(await refused(route, await signIn(it, 'auditor'), await userFor(route))).toEqual([403, 'forbidden'])
  })
})

test('whoever gives the same roles again as an auditor is refused as well', async () => {
  const grants = [{ role: 'reporter', unitId: unit }]
  const id = await createUser(it, { grants: [{ role: 'reporter', unitId: unit }] })
  const auditor = await signIn(it, 'auditor')
  const answer = await unchanged(it, () => send(it, auditor, 'PUT', `/users/${id}/grants`, { grants }, 1))
  expect([answer.statusCode, answer.json().code]).toEqual([403, 'forbidden'])
})

describe.each(versioned)('Concurrency: $name', (route) => {
  test('without If-Match → 428, with another version → 412, with a weakened tag it is done', async () => {
    const id = await userFor(route)
    const path = `/users/${id}${route.path}`
    const asked = async (headers: Record<string, string>) => await send(it, admin, route.method, path, route.body, undefined, headers)
    for (const [headers, code] of [
      [{}, 'version_required'],
      [{ 'if-match': '"2"' }, 'version_stale'],
      [{ 'if-match': '*' }, 'version_stale'],
    ] as const) {
      expect((await unchanged(it, () => asked(headers))).json().code).toBe(code)
    }
    const answer = await asked({ 'if-match': 'W/"1"' })
    expect([answer.statusCode, answer.headers.etag, answer.json().version]).toEqual([200, '"2"', 2])
    expect((await unchanged(it, () => asked({ 'if-match': '"1"' }))).statusCode).toBe(412)
  })

  test('of two at once with the same version one is done', async () => {
    const id = await userFor(route)
    const both = await Promise.all([ask(route, admin, id), ask(route, admin, id)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
  })
})

test('answers come in the documented order: 401, 400, 404, 403, 428, 412, 409', async () => {
  const id = await createUser(it, { grants: [{ role: 'reporter', unitId: unit }] })
  const taken = { email: `${admin.userId}@example.test` }
  const code = async (as: SignedInForTest | null, body: object, version?: number) =>
    (await unchanged(it, () => send(it, as, 'PATCH', `/users/${id}`, body, version))).json().code
  expect(await code(null, { nonsense: 1 })).toBe('unauthorized')
  expect(await code(await signIn(it, 'editor', unit), { nonsense: 1 })).toBe('invalid_request')
  expect(await code(await signIn(it, 'editor', unit), taken)).toBe('not_found')
  expect(await code(await signIn(it, 'auditor', unit), taken)).toBe('forbidden')
  expect(await code(admin, taken)).toBe('version_required')
  expect(await code(admin, taken, 2)).toBe('version_stale')
  expect(await code(admin, taken, 1)).toBe('conflict')
})
