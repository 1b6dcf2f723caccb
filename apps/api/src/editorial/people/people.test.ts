import type { EditorialAppointment, EditorialPerson, EditorialPost } from '@bantin/shared/editorial-people'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDocument, createPicture, createPublished, createUnit, send } from '../../../test/factories.ts'
import { said } from '../../../test/said.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { whileLocked } from '../../../test/while-locked.ts'

let it: TestApp
let publisher: SignedInForTest
let unit: string
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  unit = await createUnit(it, { name: 'Sở Nội vụ' })
})
afterAll(() => it.close())

const change = (path: string, input: object, version?: number, as = publisher) => send(it, as, 'PATCH', path, input, version)
const remove = (path: string, version?: number, as = publisher) => send(it, as, 'DELETE', path, undefined, version)
async function made<T>(path: string, input: object): Promise<T> {
  const answer = await send(it, publisher, 'POST', path, input)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}
const addPerson = (input: object) => made<EditorialPerson>('/people', input)
const addPost = (name = 'Giám đốc') => made<EditorialPost>(`/units/${unit}/posts`, { name })
const appoint = (post: EditorialPost, person: EditorialPerson, input: object = {}) =>
  made<EditorialAppointment>(`/posts/${post.id}/appointments`, { personId: person.id, kind: 'substantive', ...input })
const feedOf = async (id: string) =>
  (
    await it.database.db.execute<{ told: string }>(
      sql`SELECT action || ' ' || reason AS told FROM changes WHERE entity_id = ${id} ORDER BY seq`,
    )
  ).rows.map(({ told }) => told)

describe('somebody', () => {
  test('is added, found and sorted by the given name, however it is typed, and corrected by hand', async () => {
    const names = ['Trần Văn Bình', 'Nguyễn Thị Ánh', 'Lê Ân', 'Đức', 'Tôn Nữ Thị Ngọc Minh Châu']
    for (const name of names) await addPerson({ name })
    const sorted = ['Nguyễn Thị Ánh', 'Lê Ân', 'Trần Văn Bình', 'Tôn Nữ Thị Ngọc Minh Châu', 'Đức']
    const listed: string[] = []
    let cursor = ''
    do {
      const { data, page } = (await send(it, publisher, 'GET', `/people?limit=2${cursor}`)).json()
      listed.push(...data.map(({ name }: EditorialPerson) => name))
      cursor = page.next ? `&cursor=${page.next}` : ''
    } while (cursor !== '')
    expect(listed).toEqual(sorted)
    const found = async (q: string) =>
      (await send(it, publisher, 'GET', `/people?${new URLSearchParams({ q })}`)).json().data.map(({ name }: EditorialPerson) => name)
    for (const q of ['nguyen anh', 'Thị Ánh', 'ÁNH']) expect(await found(q)).toEqual(['Nguyễn Thị Ánh'])
    const person = await addPerson({ name: 'Y Khoa Niê', sortKey: 'Niê Y Khoa', contacts: { email: 'a@example.gov.vn', phone: null } })
    expect(person).toMatchObject({ slug: 'y-khoa-nie', sortKey: 'Niê Y Khoa', contacts: { email: 'a@example.gov.vn' }, version: 1 })
    const renamed = await change(`/people/${person.id}`, { name: 'Y Khoa Kbuôr', contacts: { phone: '0262' } }, 1)
    expect(renamed.json()).toMatchObject({ sortKey: 'Kbuôr Y Khoa', contacts: { email: 'a@example.gov.vn', phone: '0262' }, version: 2 })
    expect((await unchanged(it, () => change(`/people/${person.id}`, { name: 'Y Khoa Kbuôr' }, 2))).json().version).toBe(2)
    expect(await feedOf(person.id)).toEqual(['put updated', 'put updated'])
    expect((await remove(`/people/${person.id}`, 2)).statusCode).toBe(204)
    expect((await feedOf(person.id)).at(-1)).toBe('delete removed')
  })

  test('leads on from the address of before', async () => {
    const { id } = await addPerson({ name: 'Đinh Văn Cũ' })
    expect((await change(`/people/${id}`, { slug: 'dinh-van-moi' }, 1)).statusCode).toBe(200)
    const { rows } = await it.database.db.execute(sql`SELECT url FROM redirects WHERE from_path_query = '/nguoi/dinh-van-cu'`)
    expect(rows).toEqual([{ url: '/nguoi/dinh-van-moi' }])
    expect((await addPerson({ name: 'Đinh Văn Cũ' })).slug).toBe('dinh-van-cu-2')
  })

  test('has a photo that is open to everybody as long as it is one, and cannot be deleted as long', async () => {
    const admin = await signIn(it, 'admin')
    const [photo, other] = [await createPicture(it), await createPicture(it)]
    const status = async ({ path }: { path: string }) => (await it.app.inject(path)).statusCode
    const person = await addPerson({ name: 'Hà Thị Ảnh', photoMediaId: photo.id })
    expect([await status(photo), await status(other)]).toEqual([200, 404])
    expect(said(await unchanged(it, () => remove(`/media/${photo.id}`, 1, admin)))).toEqual([409, 'media_in_use'])
    const uses = { data: [], others: 0, isLogo: false, people: [{ id: person.id, name: 'Hà Thị Ảnh' }] }
    expect((await send(it, publisher, 'GET', `/media/${photo.id}/uses`)).json()).toEqual(uses)
    await change(`/people/${person.id}`, { photoMediaId: other.id }, 1)
    expect([await status(photo), await status(other)]).toEqual([404, 200])
    expect((await remove(`/media/${photo.id}`, 1, admin)).statusCode).toBe(204)
    await remove(`/people/${person.id}`, 2)
    expect(await status(other)).toBe(404)
    for (const photoMediaId of [(await createDocument(it)).id, photo.id]) {
      const answer = await unchanged(it, () => send(it, publisher, 'POST', '/people', { name: 'A', photoMediaId }))
      expect([said(answer), answer.json().errors[0].pointer]).toEqual([[422, 'unknown_reference'], '/photoMediaId'])
    }
  })
})

describe('a post', () => {
  test('stands in the order of its unit, and is changed and deleted as long as nobody held it', async () => {
    const [second, first] = [await addPost('Phó Giám đốc'), await addPost('Giám đốc')]
    await change(`/posts/${second.id}`, { order: 2, seniority: 5 }, 1)
    const listed = (await send(it, publisher, 'GET', `/units/${unit}/posts`)).json()
    expect(listed.data.map(({ name }: EditorialPost) => name)).toEqual(['Giám đốc', 'Phó Giám đốc'])
    expect(listed.page.next).toBeNull()
    const person = await addPerson({ name: 'Bùi Giữ Chức' })
    await appoint(first, person)
    const answer = await unchanged(it, () => remove(`/posts/${first.id}`, 1))
    expect([said(answer), answer.json().detail]).toEqual([[409, 'conflict'], 'Somebody holds or held the post.'])
    const held = await unchanged(it, () => remove(`/people/${person.id}`, 1))
    expect([said(held), held.json().detail]).toEqual([[409, 'conflict'], 'The person holds or held posts.'])
    expect((await remove(`/posts/${second.id}`, 2)).statusCode).toBe(204)
    expect(said(await unchanged(it, () => change(`/posts/${second.id}`, { name: 'X' }, 2)))).toEqual([404, 'not_found'])
  })
})

describe('an appointment', () => {
  test('is of days, shown with post, person and unit, told of both, and changed under its version', async () => {
    const [post, person] = [await addPost(), await addPerson({ name: 'Phạm Văn Kỳ' })]
    const { id, ...appointment } = await appoint(post, person, { from: '2020-01-01', through: '2021-12-31', decisionNo: '12/QĐ-UBND' })
    expect(appointment).toMatchObject({
      version: 1,
      kind: 'substantive',
      decisionNo: '12/QĐ-UBND',
      from: '2020-01-01',
      through: '2021-12-31',
      person: { id: person.id, name: 'Phạm Văn Kỳ' },
      post: { id: post.id, name: 'Giám đốc' },
      unit: { id: unit, name: 'Sở Nội vụ' },
      unitPath: [unit],
    })
    const answer = await change(`/appointments/${id}`, { through: null }, 1)
    expect([answer.statusCode, answer.headers.etag, answer.json().through]).toEqual([200, '"2"', null])
    expect(await feedOf(person.id)).toEqual(['put updated', 'put updated', 'put updated'])
    const { appointments } = (await send(it, publisher, 'GET', `/people/${person.id}`)).json()
    expect(appointments).toEqual([expect.objectContaining({ id, version: 2, from: '2020-01-01', through: null })])
    expect((await unchanged(it, () => change(`/appointments/${id}`, { kind: 'substantive' }, 2))).json().version).toBe(2)
    expect((await unchanged(it, () => change(`/appointments/${id}`, { kind: 'acting' }, 1))).statusCode).toBe(412)
    expect((await unchanged(it, () => change(`/appointments/${id}`, { kind: 'acting' }))).statusCode).toBe(428)
    expect((await remove(`/appointments/${id}`, 2)).statusCode).toBe(204)
  })

  test('has no other holder beside it but who acts or is concurrent, and nobody twice', async () => {
    const [post, one, other] = [await addPost(), await addPerson({ name: 'Một' }), await addPerson({ name: 'Hai' })]
    await appoint(post, one, { from: '2020-01-01', through: '2021-12-31' })
    const tries = [
      [{ personId: other.id, kind: 'substantive', from: '2021-12-31' }, 409, '/from', 'appointments_one_holder'],
      [{ personId: one.id, kind: 'acting', from: '2021-12-31' }, 409, '/from', 'appointments_no_overlap'],
      [{ personId: other.id, kind: 'acting', from: '2022-02-01', through: '2022-01-31' }, 400, '/through', 'before_from'],
      [{ personId: unit, kind: 'acting' }, 422, '/personId', 'unknown'],
    ] as const
    for (const [input, status, pointer, code] of tries) {
      const answer = await unchanged(it, () => send(it, publisher, 'POST', `/posts/${post.id}/appointments`, input))
      expect([answer.statusCode, answer.json().errors]).toEqual([status, [expect.objectContaining({ pointer, code })]])
    }
    await appoint(post, other, { kind: 'acting', from: '2021-06-01', through: '2021-12-31' })
    await appoint(post, other, { from: '2022-01-01' })
  })

  test('is refused on days on which its unit is not there', async () => {
    const young = await createUnit(it)
    await it.database.db.execute(sql`UPDATE unit_names SET period = '[2024-01-01,)' WHERE unit_id = ${young}`)
    const post = await made<EditorialPost>(`/units/${young}/posts`, { name: 'Trưởng ban' })
    const { id: personId } = await addPerson({ name: 'Sớm' })
    const early = { personId, kind: 'substantive', from: '2023-12-31' }
    const answer = await unchanged(it, () => send(it, publisher, 'POST', `/posts/${post.id}/appointments`, early))
    expect(answer.json().errors).toEqual([expect.objectContaining({ pointer: '/from', code: 'appointments_in_life' })])
  })

  test('of two that overlap and come at once, one is made', async () => {
    const [post, one, other] = [await addPost(), await addPerson({ name: 'Ba' }), await addPerson({ name: 'Bốn' })]
    const give = ({ id: personId }: EditorialPerson) =>
      send(it, publisher, 'POST', `/posts/${post.id}/appointments`, { personId, kind: 'substantive', from: '2026-01-01' })
    const answers = await whileLocked(it, sql`SELECT lock_organization()`, 2, () => Promise.all([give(one), give(other)]))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  })

  test('that a published article names stays', async () => {
    const [post, person] = [await addPost(), await addPerson({ name: 'Trong Bài' })]
    const { id } = await appoint(post, person)
    const { id: articleId } = await createPublished(it, publisher)
    await it.database.db.execute(
      sql`INSERT INTO published.article_appointments (article_id, position, appointment_id) VALUES (${articleId}, 0, ${id})`,
    )
    const answer = await unchanged(it, () => remove(`/appointments/${id}`, 1))
    expect([said(answer), answer.json().detail]).toEqual([[409, 'conflict'], 'A published article names the person in this post.'])
  })
})

test('a publisher of a unit changes people and what is of the unit, a reporter nothing, and whoever has no role sees nothing', async () => {
  const elsewhere = await createUnit(it)
  const [local, reporter] = [await signIn(it, 'publisher', elsewhere), await signIn(it, 'reporter', unit)]
  const [post, person] = [await addPost(), await addPerson({ name: 'Của Chung' })]
  const { id } = await appoint(post, person)
  expect((await change(`/people/${person.id}`, { bio: 'Một' }, 1, local)).statusCode).toBe(200)
  expect((await send(it, local, 'POST', `/units/${elsewhere}/posts`, { name: 'Chủ tịch' })).statusCode).toBe(201)
  const given = { personId: person.id, kind: 'acting', from: '2030-01-01' }
  const refused = await unchanged(it, async () => [
    ...[
      await send(it, local, 'POST', `/units/${unit}/posts`, { name: 'Chủ tịch' }),
      await change(`/posts/${post.id}`, { name: 'X' }, 1, local),
      await send(it, local, 'POST', `/posts/${post.id}/appointments`, given),
      await change(`/appointments/${id}`, { kind: 'acting' }, 1, local),
      await remove(`/appointments/${id}`, 1, local),
    ],
    await change(`/people/${person.id}`, { bio: 'Hai' }, 2, reporter),
    await send(it, reporter, 'POST', '/people', { name: 'Ai' }),
  ])
  expect(refused.map(said)).toEqual(refused.map(() => [403, 'forbidden']))
  await it.database.db.execute(sql`DELETE FROM grants WHERE user_id = ${reporter.userId}`)
  for (const path of ['/people', `/people/${person.id}`, `/appointments/${id}`, `/units/${unit}/posts`]) {
    expect(said(await send(it, reporter, 'GET', path))).toEqual([403, 'forbidden'])
  }
})
