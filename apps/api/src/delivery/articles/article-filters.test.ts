import type { ArticleList } from '@bantin/shared/article-list'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createPublished, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { findSite } from '../../db/find-site.ts'
import { authors } from '../../db/schema/authors.ts'
import { categories, tags } from '../../db/schema/categories.ts'
import { homeSlots } from '../../db/schema/home-slots.ts'
import { sites } from '../../db/schema/sites.ts'
import { units } from '../../db/schema/units.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const get = (query: string) => it.app.inject(`/api/v1/articles?${query}`)

async function list(query: string): Promise<ArticleList> {
  const answer = await get(query)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}
const idsOf = async (query: string) => (await list(query)).data.map(({ id }) => id)

async function slugOf(table: typeof units | typeof authors | typeof categories, id: string): Promise<string> {
  const [row] = await it.database.db.select({ slug: table.slug }).from(table).where(eq(table.id, id))
  return row?.slug as string
}

async function publish(input: Parameters<typeof createPublished>[2] = {}): Promise<string> {
  return (await createPublished(it, admin, input)).id
}

const lead = (unitId: string) => ({ units: [{ unitId, role: 'lead' as const }] })

describe('the list is narrowed', () => {
  test('by a unit, and by those below it when that is asked for, each article once', async () => {
    const above = await createUnit(it)
    const below = await createUnit(it, { parentId: above })
    const slug = await slugOf(units, above)
    const [first, second] = [await publish(lead(above)), await publish(lead(below))]
    const both = await publish({ units: [...lead(below).units, { unitId: above, role: 'mentioned' }] })
    expect(await idsOf(`unit=${slug}`)).toEqual([both, first])
    expect(await idsOf(`unit=${slug}&descendants=true`)).toEqual([both, second, first])
    expect(await idsOf(`unit=${slug}&unitRole=lead`)).toEqual([first])
    expect(await idsOf(`unit=${slug}&unitRole=lead&descendants=true`)).toEqual([both, second, first])
    expect((await list(`unit=${slug}&descendants=true&count=true`)).page.total).toBe(3)
  })

  test('by a category with what is filed below it', async () => {
    const [above, below] = [await createCategory(it), await createCategory(it)]
    await it.database.db.update(categories).set({ parentId: above }).where(eq(categories.id, below))
    const made = [await publish({ categoryIds: [below] }), await publish({ categoryIds: [above] })]
    expect(await idsOf(`category=${await slugOf(categories, above)}`)).toEqual(made.toReversed())
    expect(await idsOf(`category=${await slugOf(categories, below)}`)).toEqual([made[0]])
  })

  test('by an author who stands in an article in two roles, which is there once', async () => {
    const authorId = await createAuthor(it)
    const bylines = (['text', 'photo'] as const).map((role) => ({ authorId, role }))
    const made = [await publish({ bylines }), await publish({ bylines }), await publish({ bylines })]
    const slug = await slugOf(authors, authorId)
    const first = await list(`author=${slug}&limit=2&count=true`)
    expect([first.page.total, ...first.data.map(({ id }) => id)]).toEqual([3, made[2], made[1]])
    expect(await idsOf(`author=${slug}&limit=2&cursor=${first.page.next}`)).toEqual([made[0]])
  })

  test('by several filters at once, and what is searched by each of them likewise', async () => {
    const [unitId, authorId, categoryId, tagId] = [await createUnit(it), await createAuthor(it), await createCategory(it), uuidv7()]
    await it.database.db.insert(tags).values({ id: tagId, siteId: (await findSite(it.database.db)).id, slug: 'the-thu', name: 'Thẻ thử' })
    const all = {
      title: 'Mùa gặt',
      ...lead(unitId),
      bylines: [{ authorId, role: 'text' as const }],
      categoryIds: [categoryId],
      tagIds: [tagId],
    }
    const made = await publish({ ...all, genre: 'Phỏng vấn' })
    const own = [made]
    for (const left of ['units', 'bylines', 'categoryIds', 'tagIds'] as const)
      own.push(await publish({ ...all, genre: 'Phỏng vấn', [left]: [] }))
    own.push(await publish(all))
    const [unit, author, category] = [await slugOf(units, unitId), await slugOf(authors, authorId), await slugOf(categories, categoryId)]
    const query = new URLSearchParams({ unit, author, category, tag: 'the-thu', genre: 'Phỏng vấn', locale: 'vi', featured: 'false' })
    expect(await idsOf(`${query}`)).toEqual([made])

    const searched = async (filter: string) => {
      const answer = await it.app.inject(`/api/v1/search?q=mua+gat&sort=-publishedAt&${filter}`)
      return answer.json().data.map(({ id }: { id: string }) => id)
    }
    query.delete('featured')
    const single = [...query].map(([name, value]) => `${new URLSearchParams({ [name]: value })}`)
    const more = [
      `unit=${unit}&unitRole=lead`,
      `unit=${unit}&descendants=true`,
      'publishedFrom=2001-01-01',
      'publishedTo=2001-01-01',
      'locale=en',
    ]
    for (const filter of [...single, ...more, `${query}`]) {
      const listed = (await idsOf(`limit=100&${filter}`)).filter((id) => own.includes(id))
      expect([filter, await searched(filter)]).toEqual([filter, listed])
    }
  })

  test('by genre, of those that the settings have', async () => {
    const made = await publish({ genre: 'Phóng sự ảnh' })
    expect(await idsOf(`genre=${encodeURIComponent('Phóng sự ảnh')}`)).toEqual([made])
    expect((await list(`ids=${made}`)).data[0]?.genre).toBe('Phóng sự ảnh')
    const refused = await send(it, admin, 'POST', '/articles', { title: 'Thể loại lạ', genre: 'Không có' })
    expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, '/genre'])
    const { version } = (await send(it, admin, 'GET', '/settings')).json()
    expect((await send(it, admin, 'PATCH', '/settings', { genres: ['Không có'] }, version)).json().genres).toEqual(['Không có'])
    expect((await send(it, admin, 'POST', '/articles', { title: 'Thể loại lạ', genre: 'Không có' })).statusCode).toBe(201)
  })

  test('by what stands in a slot of the home page, until its time is over', async () => {
    const { id: siteId } = await findSite(it.database.db)
    const [now, once] = [await publish(), await publish()]
    const until = new Date(Date.now() - 1000)
    await it.database.db.insert(homeSlots).values([
      { siteId, position: 1, articleId: now },
      { siteId, position: 2, articleId: once, until },
    ])
    expect(await idsOf('featured=true')).toEqual([now])
    expect(await idsOf('featured=false&limit=1')).toEqual([once])
  })

  test.each(['descendants=true', 'unitRole=lead'])('not by %s without a unit', async (query) => {
    const answer = await get(query)
    expect([answer.statusCode, answer.json().errors[0].name]).toEqual([400, query.split('=')[0]])
  })
})

describe('languages', () => {
  test('are told apart, and each article names its translations that are listed', async () => {
    await it.database.db.update(sites).set({ locales: ['vi', 'en'] })
    const original = await publish()
    const translated = await createPublished(it, admin, { title: 'In English', locale: 'en', translationOf: original })
    expect(await idsOf('locale=en')).toEqual([translated.id])
    const [vi, en] = (await list(`ids=${original},${translated.id}`)).data
    expect([vi?.translations, en?.translations].map((found) => found?.map(({ locale }) => locale))).toEqual([['en'], ['vi']])
    expect(vi?.translations[0]?.apiUrl).toBe(en?.apiUrl)
    expect([vi?.attribution, en?.attribution].map((line) => line?.split(': ')[0])).toEqual(['Nguồn', 'Source'])
    await send(it, admin, 'POST', `/articles/${translated.id}/hold`, {}, translated.version)
    expect((await list(`ids=${original}`)).data[0]?.translations).toEqual([])
  })

  test('have one article each', async () => {
    const original = await publish()
    const again = (input: object) => send(it, admin, 'POST', '/articles', { title: 'Bản dịch', translationOf: original, ...input })
    expect((await again({ locale: 'vi' })).json().code).toBe('conflict')
    expect((await again({ locale: 'fr' })).json().errors[0].pointer).toBe('/locale')
    const stranger = await signIn(it, 'reporter', await createUnit(it))
    const hidden = await send(it, stranger, 'POST', '/articles', { title: 'Bản dịch', locale: 'en', translationOf: original })
    expect([hidden.statusCode, hidden.json().errors[0].pointer]).toEqual([422, '/translationOf'])
  })
})
