import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { own, password, signInKnowing } from '../../../test/auth-client.ts'
import { createCategory, createDraft, createUnit, send } from '../../../test/factories.ts'
import { turnOn } from '../../../test/second-factor.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const versionOf = async (path: string, as = admin) => (await send(it, as, 'GET', path)).json().version as number
const change = async (path: string, method: 'PUT' | 'PATCH', body: object, as = admin) =>
  send(it, as, method, path, body, await versionOf(path, as))
const unknownId = '00000000-0000-7000-8000-000000000000'

describe('the publishing policy', () => {
  test('is that of the site, direct at first, and is changed with its version', async () => {
    const read = await send(it, admin, 'GET', '/settings')
    expect(read.json()).toMatchObject({ publishingPolicy: 'direct', minorDirect: false, units: [], categories: [] })
    expect(read.headers.etag).toBe(`"${read.json().version}"`)
    const changed = await change('/settings', 'PATCH', { publishingPolicy: 'review', minorDirect: true })
    expect(changed.json()).toMatchObject({ publishingPolicy: 'review', minorDirect: true, version: read.json().version + 1 })
    await change('/settings', 'PATCH', { publishingPolicy: 'direct', minorDirect: false })
  })

  test('is the strictest of the site, the unit and those above, and the categories and those above', async () => {
    const [parent, category] = [await createUnit(it), await createCategory(it)]
    const unit = await createUnit(it, { parentId: parent })
    const { id } = await createDraft(it, admin, { unitId: unit, categoryIds: [category] })
    const policy = async () => (await send(it, admin, 'GET', `/articles/${id}`)).json().policy
    expect(await policy()).toBe('direct')
    await change(`/settings/units/${parent}`, 'PUT', { publishingPolicy: 'review' })
    expect(await policy()).toBe('review')
    await change(`/settings/categories/${category}`, 'PUT', { publishingPolicy: 'strict' })
    expect(await policy()).toBe('strict')
    expect((await send(it, admin, 'GET', '/settings')).json()).toMatchObject({
      units: [{ id: parent, publishingPolicy: 'review' }],
      categories: [{ id: category, publishingPolicy: 'strict' }],
    })
    await change(`/settings/categories/${category}`, 'PUT', { publishingPolicy: null })
    expect(await policy()).toBe('review')
  })

  test('of units and categories is told with their names', async () => {
    const [unit, category] = [await createUnit(it, { name: 'Văn phòng' }), await createCategory(it, 'Kinh tế')]
    const changed = await change(`/settings/units/${unit}`, 'PUT', { publishingPolicy: 'review' })
    await change(`/settings/categories/${category}`, 'PUT', { publishingPolicy: 'review' })
    expect([changed.json().name, (await send(it, admin, 'GET', `/settings/units/${unit}`)).json().name]).toEqual(['Văn phòng', 'Văn phòng'])
    const settings = (await send(it, admin, 'GET', '/settings')).json()
    expect(settings.units).toContainEqual(expect.objectContaining({ id: unit, name: 'Văn phòng' }))
    expect(settings.categories).toContainEqual(expect.objectContaining({ id: category, name: 'Kinh tế' }))
  })

  test("of a unit is also for that unit's administrator, of the site and other units it is not", async () => {
    const [unit, other] = [await createUnit(it), await createUnit(it)]
    const own = await signIn(it, 'admin', unit)
    const { version } = (await send(it, own, 'GET', `/settings/units/${unit}`)).json()
    expect((await send(it, own, 'PUT', `/settings/units/${unit}`, { publishingPolicy: 'strict' }, version)).statusCode).toBe(200)
    expect((await send(it, own, 'GET', `/settings/units/${other}`)).statusCode).toBe(403)
    const refused = await unchanged(it, () => send(it, own, 'PUT', `/settings/units/${other}`, { publishingPolicy: 'strict' }, 1))
    expect(refused.statusCode).toBe(403)
    expect((await unchanged(it, () => send(it, own, 'PATCH', '/settings', { minorDirect: true }, 1))).statusCode).toBe(403)
  })
})

describe('asking everybody for a second factor', () => {
  test('is for an administrator who has one himself; else nothing changes', async () => {
    const plain = await signInKnowing(it, 'admin')
    const turn = async (secondFactorRequired: boolean) =>
      send(it, plain, 'PATCH', '/settings', { secondFactorRequired, minorDirect: true }, version)
    const { version } = (await send(it, plain, 'GET', '/settings')).json()
    const refused = await unchanged(it, () => turn(true))
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'second_factor_required'])
    await own(it, plain, 'POST', 'totp', { password })
    expect((await unchanged(it, () => turn(true))).statusCode).toBe(403)
    await turnOn(it, plain)
    expect((await turn(true)).json()).toMatchObject({ secondFactorRequired: true, minorDirect: true })
    await change('/settings', 'PATCH', { secondFactorRequired: false, minorDirect: false }, plain)
  })
})

describe('bad input gets its problem answer and changes nothing', () => {
  const stricter = { publishingPolicy: 'strict' }
  test.each([
    ['nobody signed in', null, 'PATCH', '/settings', { minorDirect: true }, 1, 401],
    ['a publisher', 'publisher', 'PATCH', '/settings', { minorDirect: true }, 1, 403],
    ['a reporter reading', 'reporter', 'GET', '/settings', undefined, undefined, 403],
    ['an unknown policy', 'admin', 'PATCH', '/settings', { publishingPolicy: 'none' }, 1, 400],
    ['a server-side field', 'admin', 'PATCH', '/settings', { version: 9 }, 1, 400],
    ['no version', 'admin', 'PATCH', '/settings', { minorDirect: true }, undefined, 428],
    ['a stale version', 'admin', 'PATCH', '/settings', { minorDirect: true }, 999, 412],
    ['a unit that is less strict', 'admin', 'PUT', `/settings/units/${unknownId}`, { publishingPolicy: 'direct' }, 1, 400],
    ['an unknown unit', 'admin', 'PUT', `/settings/units/${unknownId}`, stricter, 1, 404],
    ['an unknown category', 'admin', 'PUT', `/settings/categories/${unknownId}`, stricter, 1, 404],
    ['an unknown category, by a publisher', 'publisher', 'PUT', `/settings/categories/${unknownId}`, stricter, 1, 403],
  ] as const)('%s', async (_name, role, method, path, body, version, status) => {
    const as = role && (await signIn(it, role))
    const answer = await unchanged(it, () => send(it, as, method, path, body, version))
    expect(answer.statusCode).toBe(status)
  })
})
