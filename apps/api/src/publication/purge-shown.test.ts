import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answersOf, asPurges, openBehindCache } from '../../test/behind-cache.ts'
import { addPerson, addPost } from '../../test/dated-units.ts'
import { createAuthor, createCategory, createPicture, createPublished, createUnit, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import type { TestApp } from '../../test/test-app.ts'
import { recordAudit } from '../db/audit.ts'
import { operator } from '../lib/acting-person.ts'
import { newestLists } from '../lib/purged-addresses.ts'

let behind: Awaited<ReturnType<typeof openBehindCache>>
let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  behind = await openBehindCache()
  it = behind.it
  publisher = await signIn(it, 'publisher')
})
afterAll(() => behind.close())
beforeEach(() => behind.begin())

const createTag = async () => {
  const { rows } = await it.database.db.execute<{ id: string }>(
    `INSERT INTO tags (id, site_id, slug, name) SELECT gen_random_uuid(), id, 'the', 'thẻ' FROM sites RETURNING id`,
  )
  return rows[0]?.id as string
}

describe('a cache in front of the site', () => {
  test.each([
    ['unit', () => createUnit(it), (unitId: string) => ({ units: [{ unitId, role: 'lead' as const }] })],
    ['author', () => createAuthor(it), (authorId: string) => ({ bylines: [{ authorId, role: 'text' as const }] })],
    ['category', () => createCategory(it), (id: string) => ({ categoryIds: [id] })],
    ['tag', () => createTag(), (id: string) => ({ tagIds: [id] })],
  ])('is told of every article that names a %s which is called otherwise now, and of no other', async (entity, create, naming) => {
    const entityId = await create()
    const named = await createPublished(it, publisher, naming(entityId))
    await createPublished(it, publisher)
    await behind.run()
    await behind.runJobs()
    behind.cache.asked = []
    await it.database.db.transaction((tx) => recordAudit(tx, operator, { action: `${entity}.change`, entity, entityId }))
    expect(await behind.runJobs()).toBe(3)
    expect(behind.cache.asked.length).toBe(3 * (newestLists.length + 2))
    expect(new Set(behind.cache.asked)).toEqual(new Set(asPurges([...newestLists, ...answersOf(named)])))
  })

  test('is told of all articles when the site is called otherwise, and of none when its home page is set', async () => {
    const articles = [await createPublished(it, publisher), await createPublished(it, publisher)]
    const admin = await signIn(it, 'admin')
    const { version } = (await send(it, admin, 'GET', '/site')).json()
    await behind.run()
    await behind.runJobs()
    behind.cache.asked = []
    const home = (await send(it, admin, 'GET', '/home')).json()
    expect((await send(it, admin, 'PUT', '/home', { slots: [{ articleId: articles[0]?.id }] }, home.version)).statusCode).toBe(200)
    expect(await behind.jobsOf('purgeShown')).toEqual([])
    await send(it, admin, 'PATCH', '/site', { name: 'Cổng tỉnh' }, version)
    expect(await behind.runJobs()).toBe(3)
    expect(behind.cache.asked).toEqual(expect.arrayContaining(asPurges([...newestLists, ...articles.flatMap(answersOf)])))
    const { rows } = await it.database.db.execute('SELECT FROM published.articles')
    expect(behind.cache.asked.length).toBe(3 * (newestLists.length + 2 * rows.length))
  })

  test('is told of the articles that show a picture of which something else is said, and of those beside which they stand', async () => {
    const { id } = await createPicture(it)
    const shows = await createPublished(it, publisher, { heroMediaId: id })
    const beside = await createPublished(it, publisher, { relatedIds: [shows.id] })
    await behind.run()
    await behind.runJobs()
    behind.cache.asked = []
    const { version } = (await send(it, publisher, 'GET', `/media/${id}`)).json()
    expect((await send(it, publisher, 'PATCH', `/media/${id}`, { alt: 'Cầu' }, version)).statusCode).toBe(200)
    expect(await behind.runJobs()).toBe(3)
    expect(new Set(behind.cache.asked)).toEqual(new Set(asPurges([...newestLists, ...answersOf(shows), ...answersOf(beside)])))
  })

  test('is told of the articles that name somebody by a post which is called otherwise now, and of none when its order is changed', async () => {
    const unitId = await createUnit(it)
    const [appointmentId] = await addPerson(
      it.database.db,
      { slug: 'tran-thi-b', fullName: 'Trần Thị B' },
      { postId: await addPost(it.database.db, unitId, 'Trưởng phòng'), period: '(,)' },
    )
    const person = { type: 'person' as const, attrs: { appointmentId: appointmentId as string, text: 'bà Trần Thị B' } }
    const named = await createPublished(it, publisher, { body: { type: 'doc', content: [{ type: 'paragraph', content: [person] }] } })
    await behind.run()
    await behind.runJobs()
    behind.cache.asked = []
    const { id } = (await send(it, publisher, 'GET', `/units/${unitId}/posts`)).json().data[0]
    expect((await send(it, publisher, 'PATCH', `/posts/${id}`, { order: 2 }, 1)).statusCode).toBe(200)
    expect(await behind.jobsOf('purgeShown')).toEqual([])
    expect((await send(it, publisher, 'PATCH', `/posts/${id}`, { name: 'Chánh Văn phòng' }, 2)).statusCode).toBe(200)
    expect(await behind.runJobs()).toBe(3)
    expect(new Set(behind.cache.asked)).toEqual(new Set(asPurges([...newestLists, ...answersOf(named)])))
  })

  test('that is not there is told nothing: no job waits', async () => {
    await it.database.db.execute('DELETE FROM cache_purges')
    const entityId = await createUnit(it)
    await it.database.db.transaction((tx) => recordAudit(tx, operator, { action: 'unit.change', entity: 'unit', entityId }))
    expect(await behind.jobsOf('purgeShown')).toEqual([])
  })
})
