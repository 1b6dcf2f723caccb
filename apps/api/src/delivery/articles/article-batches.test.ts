import type { ArticleList } from '@bantin/shared/article-list'
import type { ListedArticle } from '@bantin/shared/articles'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCategory, createDraft, createPublished, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

let it: TestApp
let publisher: SignedInForTest
let category: string
const made: { id: string; version: number }[] = []
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  const categoryId = await createCategory(it)
  category = (await it.app.inject('/api/v1/categories')).json().data[0].slug
  for (let i = 0; i < 5; i++) made.push(await createPublished(it, publisher, { categoryIds: [categoryId] }))
  // The first one changed last, and keeps its place in the order of publication.
  const [{ id, version } = { id: '', version: 0 }] = made
  await send(it, publisher, 'PATCH', `/articles/${id}`, { sapo: 'Sapo mới.' }, version)
  await send(it, publisher, 'POST', `/articles/${id}/publish`, { kind: 'minor' }, version + 1)
})
afterAll(() => it.close())

const get = (query: string) => it.app.inject(`/api/v1/articles?${query}`)
const all = () => made.map(({ id }) => id)

async function readAll(query: string): Promise<string[]> {
  const seen: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page: { data: ListedArticle[]; page: { next: string | null } } = (
      await get(`${query}&limit=2${next && `&cursor=${next}`}`)
    ).json()
    seen.push(...page.data.map(({ id }) => id))
    next = page.page.next
  }
  return seen
}

describe('every order is read to its end, page by page, each article once', () => {
  test.each([
    ['-publishedAt', () => all().toReversed()],
    ['publishedAt', all],
    ['-updatedAt', () => [...all().slice(0, 1), ...all().slice(1).toReversed()]],
  ])('%s', async (sort, expected) => {
    for (const filter of ['', `&category=${category}`]) expect(await readAll(`sort=${sort}${filter}`)).toEqual(expected())
  })

  test('and a cursor is good for its own', async () => {
    const { next } = (await get('limit=2&sort=publishedAt')).json().page
    for (const other of ['', '&sort=-updatedAt', `&sort=publishedAt&category=${category}`]) {
      expect((await get(`limit=2&cursor=${next}${other}`)).json().code).toBe('invalid_cursor')
    }
    expect((await get(`limit=3&count=true&include=related&sort=publishedAt&cursor=${next}`)).statusCode).toBe(200)
  })
})

describe('a list with include', () => {
  test('has the same text as the article itself, and nothing that was not asked for', async () => {
    const [{ id } = { id: '' }] = made
    const whole = (await it.app.inject(`/api/v1/articles/${id}`)).json()
    const { related, appointments, ...withBody } = whole
    expect([related, appointments]).toEqual([[], []])
    expect((await get(`ids=${id}&include=body`)).json().data).toEqual([withBody])
    const { bodyHtml: _html, body: _body, ...card } = withBody
    expect((await get(`ids=${id}`)).json().data).toEqual([card])
    expect((await get(`ids=${id}&include=related,body`)).json().data).toEqual([{ ...withBody, related }])
  })

  test.each(['limit=21', `ids=${Array.from({ length: 21 }, () => '00000000-0000-7000-8000-000000000000').join(',')}`])(
    'refuses more than twenty and says where (%.10s)',
    async (query) => {
      const answer = await get(`${query}&include=body`)
      const { code, errors } = answer.json()
      expect([answer.statusCode, code, errors[0].name]).toEqual([400, 'invalid_request', query.split('=')[0]])
      expect((await get(query)).statusCode).toBe(200)
    },
  )
})

describe('a batch', () => {
  test('has what is public in the order asked for, each once: the withdrawn with its reason, not drafts and what is held', async () => {
    const draft = await createDraft(it, publisher)
    const [held, withdrawn] = [await createPublished(it, publisher), await createPublished(it, publisher)]
    await send(it, publisher, 'POST', `/articles/${held.id}/hold`, {}, held.version)
    await send(it, publisher, 'POST', `/articles/${withdrawn.id}/withdraw`, { reason: 'Nhầm số liệu' }, withdrawn.version)
    const [a, b] = all()
    const ids = [b, draft.id, withdrawn.id, held.id, a, '00000000-0000-7000-8000-000000000000', b]
    const { data, page } = (await get(`ids=${ids.join(',')}`)).json()
    expect(data.map(({ id }: ListedArticle) => id)).toEqual([b, withdrawn.id, a])
    expect([data[1].withdrawn.reason, page]).toEqual(['Nhầm số liệu', { next: null }])
    expect(await readAll('sort=publishedAt')).not.toContain(withdrawn.id)
  })

  test.each(['sort=publishedAt', 'count=true', 'unit=a', 'descendants=true', 'featured=true', 'locale=vi'])(
    'is not for %s',
    async (query) => {
      const answer = await get(`ids=${made[0]?.id}&${query}`)
      expect([answer.statusCode, answer.json().errors[0].name]).toEqual([400, query.split('=')[0]])
    },
  )

  test('is read page by page where less than all is asked for, and takes no cursor but its own', async () => {
    const ids = [...all().toReversed(), '00000000-0000-7000-8000-000000000000']
    for (const include of ['', '&include=body,related']) expect(await readAll(`ids=${ids}${include}`)).toEqual(ids.slice(0, 5))
    const { next } = (await get('limit=2')).json().page
    for (const cursor of ['x', next]) expect((await get(`ids=${made[0]?.id}&cursor=${cursor}`)).json().code).toBe('invalid_cursor')
  })

  test.each(['x', '', `${'0'.repeat(36)}`, Array.from({ length: 101 }, () => '00000000-0000-7000-8000-000000000000').join(',')])(
    'takes up to a hundred ids and nothing else (%.12s)',
    async (ids) => {
      const answer = await get(`ids=${ids}`)
      expect([answer.statusCode, answer.json().errors[0].name]).toEqual([400, 'ids'])
    },
  )
})

test('of texts that are together more than four million bytes a page ends early, and its cursor leads to the rest, each once', async () => {
  const categoryId = await createCategory(it)
  const long: string[] = []
  for (let i = 0; i < 5; i++) long.push((await createPublished(it, publisher, { categoryIds: [categoryId] })).id)
  await it.database.db.execute(
    `UPDATE published.articles SET body_html = '<p>' || repeat('chữ ', 260000) || '</p>' WHERE id IN (${long.map((id) => `'${id}'`).join(',')})`,
  )
  const { rows } = await it.database.db.execute<{ slug: string }>(`SELECT slug FROM categories WHERE id = '${categoryId}'`)
  const pagesOf = async (query: string) => {
    const seen: string[][] = []
    for (let next: string | null = ''; next !== null; ) {
      const { data, page }: ArticleList = (await get(`${query}${next && `&cursor=${next}`}`)).json()
      seen.push(data.map(({ id }) => id))
      next = page.next
    }
    return seen
  }
  const newest = long.toReversed()
  const slug = rows[0]?.slug
  expect(await pagesOf(`category=${slug}&include=body`)).toEqual([newest.slice(0, 3), newest.slice(3)])
  expect(await pagesOf(`category=${slug}&include=body&limit=3`)).toEqual([newest.slice(0, 3), newest.slice(3)])
  expect(await pagesOf(`category=${slug}&include=related`)).toEqual([newest])
  expect(await pagesOf(`ids=${long}&include=body`)).toEqual([long.slice(0, 3), long.slice(3)])
  expect(await pagesOf(`ids=${long}`)).toEqual([long])
  // One that is longer than all of that stands alone.
  await it.database.db.execute(`UPDATE published.articles SET body_html = repeat('a', 4100000) WHERE id = '${long[0]}'`)
  expect(await pagesOf(`ids=${long.slice(0, 2)}&include=body`)).toEqual([[long[0]], [long[1]]])
})

test('related articles are those that an editor chose, in that order, as far as they are listed', async () => {
  const [first, second, third] = await Promise.all([1, 2, 3].map(() => createPublished(it, publisher)))
  const chosen = [third, first, second].map((each) => each?.id as string)
  const { id } = await createPublished(it, publisher, { relatedIds: chosen })
  const related = async () => (await it.app.inject(`/api/v1/articles/${id}`)).json().related
  expect((await related()).map((each: { id: string }) => each.id)).toEqual(chosen)
  await send(it, publisher, 'POST', `/articles/${first?.id}/hold`, {}, first?.version)
  expect((await related()).map((each: { id: string }) => each.id)).toEqual([third?.id, second?.id])
})

test('what was never public is not to be found out by naming it as related', async () => {
  const draft = await createDraft(it, publisher)
  for (const relatedIds of [[draft.id], ['00000000-0000-7000-8000-000000000000']]) {
    const answer = await send(it, publisher, 'POST', '/articles', { title: 'Bài', relatedIds })
    expect([answer.statusCode, answer.json().errors[0].pointer, answer.json().errors[0].code]).toEqual([422, '/relatedIds/0', 'unknown'])
  }
})
