import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createDraft, createPicture, createUnit, send } from '../../../test/factories.ts'
import { inHours, letTimeCome, type Move, makeMoves } from '../../../test/moves.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let admin: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
})
afterAll(() => it.close())

const secret = 'Chữ chỉ có trong bài này'
const get = (url: string) => it.app.inject({ url })

/** An article that names everything that delivery lists articles by, with a picture of its own. */
async function createEverywhere() {
  const [unitId, categoryId, authorId] = [await createUnit(it), await createCategory(it), await createAuthor(it)]
  const picture = await createPicture(it)
  const draft = await createDraft(it, admin, {
    title: `${secret} ${picture.id}`,
    sapo: secret,
    unitId,
    heroMediaId: picture.id,
    units: [{ unitId, role: 'lead' }],
    categoryIds: [categoryId],
    bylines: [{ authorId, role: 'text' }],
  })
  return { ...draft, picture, places: await placesOf(unitId, categoryId, authorId) }
}

/** Every public address at which articles are listed. */
async function placesOf(unitId: string, categoryId: string, authorId: string): Promise<string[]> {
  const slug = async (table: string, id: string) =>
    (await it.database.db.execute<{ slug: string }>(`SELECT slug FROM ${table} WHERE id = '${id}'`)).rows[0]?.slug
  const [unit, category, author] = [await slug('units', unitId), await slug('categories', categoryId), await slug('authors', authorId)]
  const filters = ['', `unit=${unit}`, `category=${category}`, `author=${author}`, 'publishedFrom=2000-01-01', 'format=news']
  return filters.map((filter) => `/api/v1/articles?limit=100&${filter}`.replace(/&$/, ''))
}

/** Where of all places the article, its picture or its words can still be seen. */
async function seenAt({ id, slug, picture, places }: Awaited<ReturnType<typeof createEverywhere>>): Promise<string[]> {
  const seen: string[] = []
  for (const place of places) if ((await get(place)).body.includes(id)) seen.push('lists')
  for (const place of [id, slug]) if ((await get(`/api/v1/articles/${place}`)).body.includes(secret)) seen.push('its address')
  if ((await get(picture.path)).statusCode === 200) seen.push('its picture')
  return [...new Set(seen)]
}

const everywhere = ['lists', 'its address', 'its picture']
const publish: Move = ['publish']
const ways: [name: string, moves: Move[], status: number, feed: string][] = [
  ['held', [['hold']], 404, 'delete held'],
  ['removed without a trace', [['remove', { answer: 'vanish', reason: 'Nhầm' }]], 404, 'delete removed'],
  ['removed for all to know', [['remove', { answer: 'gone', reason: 'Nhầm' }]], 410, 'delete removed'],
  ['held, then removed', [['hold'], ['remove', { answer: 'gone', reason: 'Nhầm' }]], 410, 'delete removed'],
]

describe('an article that was taken down', () => {
  test.each(ways)(
    '%s is off everything: lists, slug, id and the picture that only it shows; the feed says so',
    async (_name, moves, status, fed) => {
      const article = await createEverywhere()
      const published = await makeMoves(it, admin, article, publish)
      expect(await seenAt(article)).toEqual(everywhere)
      const { receipt } = await makeMoves(it, admin, published, ...moves)
      expect(await seenAt(article)).toEqual([])
      expect([
        (await get(`/api/v1/articles/${article.id}`)).statusCode,
        (await get(`/api/v1/articles/${article.slug}`)).statusCode,
      ]).toEqual([status, status])
      const { data } = (await get(`/api/v1/changes?cursor=1:${(receipt?.seq ?? 1) - 1}`)).json()
      expect(`${data[0].action} ${data[0].reason}`).toBe(fed)
    },
  )

  test('comes back everywhere, with the same edition', async () => {
    const article = await createEverywhere()
    const held = await makeMoves(it, admin, article, publish, ['hold'])
    const back = await makeMoves(it, admin, held, ['put-back'])
    expect([await seenAt(article), back.edition]).toEqual([everywhere, 1])
  })

  test('keeps a picture open that another public article shows, and no longer', async () => {
    const { id: heroMediaId, path } = await createPicture(it)
    const one = await makeMoves(it, admin, await createDraft(it, admin, { heroMediaId }), publish)
    const other = await makeMoves(it, admin, await createDraft(it, admin, { heroMediaId }), publish)
    await makeMoves(it, admin, one, ['hold'])
    expect((await get(path)).statusCode).toBe(200)
    await makeMoves(it, admin, other, ['remove', { answer: 'gone', reason: 'Nhầm' }])
    expect((await get(path)).statusCode).toBe(404)
  })

  test('redirected is known by the article that took its place, and by nothing of its own', async () => {
    const [article, target] = [await createEverywhere(), await makeMoves(it, admin, await createDraft(it, admin), publish)]
    await makeMoves(it, admin, article, publish, ['redirect', { target: target.id }])
    expect(await seenAt(article)).toEqual([])
    for (const place of [article.id, article.slug]) {
      const answer = await get(`/api/v1/articles/${place}`)
      expect([answer.statusCode, answer.json().code, answer.json().replacedBy]).toEqual([410, 'article_redirected', target.id])
    }
    // What it led to is gone as well: nothing says that it was there.
    await makeMoves(it, admin, target, ['hold'])
    expect((await get(`/api/v1/articles/${article.id}`)).body).not.toContain(target.id)
  })

  test('withdrawn is readable at its address with the reason, and in no list', async () => {
    const article = await createEverywhere()
    await makeMoves(it, admin, article, publish, ['withdraw', { reason: 'Hết hiệu lực' }])
    expect(await seenAt(article)).toEqual(['its address', 'its picture'])
    expect((await get(`/api/v1/articles/${article.slug}`)).json().withdrawn).toMatchObject({ reason: 'Hết hiệu lực' })
  })
})

describe('an article that is to be published', () => {
  test('is seen nowhere before its minute, by nobody who may not read drafts, and then everywhere', async () => {
    const article = await createEverywhere()
    const feed = async () => (await get('/api/v1/changes?limit=100')).json().data.some(({ id }: { id: string }) => id === article.id)
    await makeMoves(it, admin, article, ['schedule', { at: inHours(1), until: inHours(2), untilReason: secret }])
    const stranger = await signIn(it, 'publisher', await createUnit(it))
    expect([await seenAt(article), await feed()]).toEqual([[], false])
    expect((await get(`/api/v1/articles/${article.id}`)).body).toBe(
      (await get(`/api/v1/articles/00000000-0000-7000-8000-000000000000`)).body,
    )
    expect((await send(it, stranger, 'GET', `/articles/${article.id}`)).statusCode).toBe(404)
    expect((await send(it, stranger, 'GET', '/articles?workState=scheduled')).json().data).toEqual([])
    await letTimeCome(it, article.id, 'publishDue')
    expect([await seenAt(article), await feed()]).toEqual([everywhere, true])
  })

  test('as a new edition shows the old one until its minute', async () => {
    const article = await createEverywhere()
    const later: Move[] = [
      ['edit', { title: 'Tít mới' }],
      ['schedule', { at: inHours(1), kind: 'minor' }],
    ]
    await makeMoves(it, admin, article, publish, ...later)
    expect((await get(`/api/v1/articles/${article.id}`)).body).not.toContain('Tít mới')
    await letTimeCome(it, article.id, 'publishDue')
    expect((await get(`/api/v1/articles/${article.id}`)).json()).toMatchObject({ title: 'Tít mới', edition: 2, editionKind: 'minor' })
  })
})
