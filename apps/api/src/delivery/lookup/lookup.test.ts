import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createDraft, createPublished, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { findSite } from '../../db/find-site.ts'
import { articleSlugs } from '../../db/schema/articles.ts'
import { tags } from '../../db/schema/categories.ts'
import { redirects } from '../../db/schema/redirects.ts'

const origin = 'http://localhost:3000'
let it: TestApp
let admin: SignedInForTest
let siteId: string
beforeAll(async () => {
  it = await createTestApp()
  admin = await signIn(it, 'admin')
  siteId = (await findSite(it.database.db)).id
})
afterAll(() => it.close())

const look = (url: string) => it.app.inject(`/api/v1/lookup?${new URLSearchParams({ url })}`)
const found = async (url: string) => (await look(url)).json()

describe('an address leads to what it shows', () => {
  test('of every kind, and the API has it at the address that is answered', async () => {
    const tagId = uuidv7()
    await it.database.db.insert(tags).values({ id: tagId, siteId, slug: 'the-thu', name: 'Thẻ thử' })
    const [unitId, authorId, categoryId] = [await createUnit(it), await createAuthor(it), await createCategory(it)]
    const { id } = await createPublished(it, admin, {
      units: [{ unitId, role: 'lead' }],
      bylines: [{ authorId, role: 'text' }],
      categoryIds: [categoryId],
      tagIds: [tagId],
    })
    const article = (await it.app.inject(`/api/v1/articles/${id}`)).json()
    const shown = [
      ['article', id, article.url],
      ['unit', unitId, article.units[0].url],
      ['author', authorId, article.bylines[0].url],
      ['category', categoryId, article.categories[0].url],
      ['tag', tagId, article.tags[0].url],
      ['site', siteId, `${origin}/`],
    ]
    for (const [entity, expected, url] of shown) {
      const answer = await found(url)
      expect(answer).toMatchObject({ entity, id: expected })
      const there = (await it.app.inject(answer.apiUrl.replace(origin, ''))).json()
      expect(there.id ?? there.data[0].id).toBe(['category', 'tag'].includes(entity) ? id : expected)
    }
  })

  test('in whatever form it is written', async () => {
    const { id, slug } = await createPublished(it, admin)
    await it.database.db.insert(articleSlugs).values({ siteId, slug: `${slug}-cu`, articleId: id, current: false })
    for (const url of [
      `/bai-viet/${slug}`,
      `/en/bai-viet/${slug}`,
      `/bai-viet/${slug}/`,
      `/bai-viet/${slug}?utm_source=zalo#x`,
      `/bai-viet/${slug}-cu`,
      `/bai-viet/${id}`,
      `/api/v1/articles/${slug}`,
      `/api/v1/articles/${id}`,
      `${origin}/bai-viet/${slug}`,
      `https://localhost:3000/en/bai-viet/${slug}`,
    ])
      expect([url, (await found(url)).id]).toEqual([url, id])
  })

  test('of an older system, with or without its query, also by a path of ours, and nothing is counted', async () => {
    const { id, slug } = await createPublished(it, admin)
    await it.database.db.insert(redirects).values([
      { id: uuidv7(), siteId, fromPathQuery: '/Default.aspx?tabid=5', articleId: id },
      { id: uuidv7(), siteId, fromPathQuery: '/tin/5', url: `/bai-viet/${slug}` },
      { id: uuidv7(), siteId, fromPathQuery: '/ngoai', url: 'https://khac.example/bai' },
    ])
    for (const url of ['/Default.aspx?tabid=5', `${origin}/Default.aspx?tabid=5`, '/tin/5', '/tin/5/?x=1']) {
      expect([url, (await unchanged(it, () => look(url))).json().id]).toEqual([url, id])
    }
    for (const url of ['/ngoai', '/Default.aspx?tabid=6']) expect((await look(url)).statusCode).toBe(404)
  })

  test('and where another one took its place, to that', async () => {
    const [article, target] = [await createPublished(it, admin), await createPublished(it, admin)]
    await send(it, admin, 'POST', `/articles/${article.id}/redirect`, { target: target.id }, article.version)
    for (const key of [article.id, article.slug]) expect((await found(`/bai-viet/${key}`)).id).toBe(target.id)
  })
})

describe('nothing is found', () => {
  test('of what is not public, byte for byte as of what never was', async () => {
    const missing = (await look('/bai-viet/khong-co')).rawPayload
    const [draft, held, removed] = [await createDraft(it, admin), await createPublished(it, admin), await createPublished(it, admin)]
    await send(it, admin, 'POST', `/articles/${held.id}/hold`, {}, held.version)
    await send(it, admin, 'POST', `/articles/${removed.id}/remove`, { answer: 'gone', reason: 'Sai' }, removed.version)
    await it.database.db.insert(redirects).values({ id: uuidv7(), siteId, fromPathQuery: '/cu/nhap', articleId: draft.id })
    await it.database.db.insert(tags).values({ id: uuidv7(), siteId, slug: 'chi-co-nhap', name: 'Chỉ có nháp' })
    const paths = [draft, held, removed].flatMap(({ id, slug }) => [`/bai-viet/${id}`, `/bai-viet/${slug}`])
    for (const url of [...paths, '/cu/nhap', '/the/chi-co-nhap']) {
      const answer = await look(url)
      expect([url, answer.statusCode, answer.rawPayload]).toEqual([url, 404, missing])
    }
  })

  test.each([
    'https://khac.example/',
    'http://localhost:3001/',
    '//localhost:3000/',
    '/\\localhost:3000/',
    'ftp://localhost:3000/',
    'javascript:alert(1)',
    'bai-viet/x',
    '/media/x',
    '/ban-bien-tap',
    '/api/v1/editorial/articles',
  ])('at %s', async (url) => {
    expect((await look(url)).statusCode).toBe(404)
  })

  test('and an address is needed, of two thousand characters at most', async () => {
    for (const query of ['', '?url=', `?url=/${'a'.repeat(2000)}`, '?url=/&url=/', '?uri=/']) {
      const answer = await it.app.inject(`/api/v1/lookup${query}`)
      expect([query.slice(0, 9), answer.statusCode]).toEqual([query.slice(0, 9), 400])
    }
  })
})
