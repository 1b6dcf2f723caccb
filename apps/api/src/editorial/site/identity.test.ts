import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDocument, createPicture, createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { unknownId } from '../../../test/smallest-request.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { auditLog } from '../../db/schema/audit.ts'
import { media } from '../../db/schema/media.ts'
import { sites } from '../../db/schema/sites.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const identity = async () => (await send(it, admin, 'GET', '/site')).json()
const change = async (patch: object) => send(it, admin, 'PATCH', '/site', patch, (await identity()).version)
const publicSite = async () => (await it.app.inject('/api/v1/site')).json()

test('who publishes the portal is changed part by part, and shown at once', async () => {
  await it.database.db.update(sites).set({ settings: { startingVisits: 7, contacts: { phone: '0235 3 000 000' } } })
  const { version } = await identity()
  const menus = [{ name: 'footer', items: [{ name: 'Liên hệ', url: '/lien-he' }] }]
  const answer = await change({ name: 'Cổng tỉnh', responsiblePerson: 'Ông A', menus, contacts: { email: 'a@example.test' } })
  expect([answer.statusCode, answer.headers.etag]).toEqual([200, `"${version + 1}"`])
  const contacts = { address: null, phone: '0235 3 000 000', email: 'a@example.test' }
  expect(answer.json()).toMatchObject({ name: 'Cổng tỉnh', shortName: null, responsiblePerson: 'Ông A', menus, contacts })
  expect(await publicSite()).toMatchObject({
    name: 'Cổng tỉnh',
    responsiblePerson: 'Ông A',
    contacts: { phone: '0235 3 000 000', email: 'a@example.test' },
    menus: [{ name: 'footer', items: [{ url: 'http://localhost:3000/lien-he' }] }],
  })
  await change({ responsiblePerson: null, contacts: { phone: null } })
  expect(await publicSite()).toMatchObject({ responsiblePerson: null, contacts: { email: 'a@example.test' } })
  expect((await publicSite()).contacts).not.toHaveProperty('phone')
  const [kept] = await it.database.db.select().from(sites)
  expect(kept?.settings.startingVisits).toBe(7)
})

test('what is changed is noted with what it was; what is sent as it is changes nothing', async () => {
  await change({ licence: 'Số 1/GP' })
  await change({ licence: 'Số 2/GP' })
  const { version } = await identity()
  expect((await change({ licence: 'Số 2/GP' })).json().version).toBe(version)
  const noted = await it.database.db.select().from(auditLog).where(eq(auditLog.action, 'site.change')).orderBy(auditLog.id)
  expect(noted.at(-1)).toMatchObject({ fields: ['licence'], version, detail: { licence: { before: 'Số 1/GP', after: 'Số 2/GP' } } })
})

test('a logo is open to everybody while it is one, is told as such, and is not deleted', async () => {
  const [{ id, path }, other] = [await createPicture(it), await createPicture(it)]
  const open = async (at: string) => (await it.app.inject(at)).statusCode
  expect(await open(path)).toBe(404)
  await change({ logoMediaId: id })
  expect([await open(path), (await publicSite()).logo]).toEqual([200, { src: `http://localhost:3000${path}`, width: 640, height: 360 }])
  expect((await send(it, admin, 'GET', `/media/${id}/uses`)).json()).toEqual({ data: [], others: 0, isLogo: true, people: [] })
  expect((await send(it, admin, 'GET', '/media?unused=false')).json().data).toMatchObject([{ id, isPublic: true }])
  expect(said(await unchanged(it, () => send(it, admin, 'DELETE', `/media/${id}`, undefined, 1)))).toEqual([409, 'media_in_use'])
  await change({ logoMediaId: other.id })
  expect([await open(path), await open(other.path)]).toEqual([404, 200])
  await change({ logoMediaId: null })
  expect([await open(other.path), (await publicSite()).logo]).toEqual([404, null])
  expect((await send(it, admin, 'DELETE', `/media/${id}`, undefined, 1)).statusCode).toBe(204)
})

test('of the renderings of a logo a WebP that is wide enough is shown, since it keeps what is transparent', async () => {
  const { id } = await createPicture(it)
  const file = (name: string, type: string, width: number) => ({ name, type, width, height: 100, bytes: 3 })
  const variants = [
    file('320.webp', 'image/webp', 320),
    file('640.webp', 'image/webp', 640),
    file('card-640.webp', 'image/webp', 640),
    file('640.jpg', 'image/jpeg', 640),
    file('960.webp', 'image/webp', 960),
  ]
  await it.database.db.update(media).set({ variants }).where(eq(media.id, id))
  await change({ logoMediaId: id })
  expect((await publicSite()).logo.src).toMatch(/\/640\.webp$/)
})

test.each([
  ['no name', { name: null }, 400, '/name'],
  ['an e-mail that is none', { contacts: { email: 'a' } }, 400, '/contacts/email'],
  ['a menu at no place', { menus: [{ name: 'side', items: [] }] }, 400, '/menus/0/name'],
  ['two menus at one place', { menus: [1, 2].map(() => ({ name: 'main', items: [] })) }, 400, '/menus/1/name'],
  ['a menu that leads nowhere', { menus: [{ name: 'main', items: [{ name: 'X', url: 'javascript:x' }] }] }, 400, '/menus/0/items/0/url'],
  ['a logo that is not there', { logoMediaId: unknownId }, 422, '/logoMediaId'],
])('%s is refused with its place, and changes nothing', async (_name, patch, status, pointer) => {
  const answer = await unchanged(it, () => change(patch))
  expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([status, pointer])
})

test('a document is no logo', async () => {
  const { id } = await createDocument(it)
  const answer = await unchanged(it, () => change({ logoMediaId: id }))
  expect([answer.statusCode, answer.json().errors]).toMatchObject([422, [{ pointer: '/logoMediaId', code: 'wrong_kind' }]])
})

test('only an administrator of the site changes it, over what he has seen', async () => {
  const { version } = await identity()
  const [reporter, publisher] = [await signIn(it, 'reporter'), await signIn(it, 'publisher')]
  const ofUnit = await signIn(it, 'admin', await createUnit(it))
  const patch = { licence: 'Số 3/GP' }
  const refused = await unchanged(it, async () => [
    await send(it, null, 'PATCH', '/site', patch, version),
    await send(it, publisher, 'PATCH', '/site', patch, version),
    await send(it, ofUnit, 'PATCH', '/site', patch, version),
    await send(it, reporter, 'GET', '/site'),
    await send(it, admin, 'PATCH', '/site', patch),
    await send(it, admin, 'PATCH', '/site', patch, version + 1),
  ])
  expect(refused.map(said)).toEqual([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [403, 'forbidden'],
    [403, 'forbidden'],
    [428, 'version_required'],
    [412, 'version_stale'],
  ])
})
