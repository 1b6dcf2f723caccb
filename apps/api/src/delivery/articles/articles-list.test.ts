import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createAuthor, createCategory, createPublished, createUnit } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import type { Statement } from '../read-json.ts'

let it: TestApp
let publisher: SignedInForTest
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
})
afterAll(() => it.close())

const get = (path: string) => it.app.inject(`/api/v1${path}`)

describe('the list', () => {
  test('gives the newest first, page by page, and a Link to the next', async () => {
    const category = await createCategory(it)
    const path = `/articles?category=${(await get('/categories')).json().data.find((one: { id: string }) => one.id === category).slug}&limit=2`
    const made: string[] = []
    for (let i = 0; i < 5; i++) made.unshift((await createPublished(it, publisher, { categoryIds: [category] })).id)
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const answer = await get(`${path}${next && `&cursor=${next}`}`)
      seen.push(...answer.json().data.map((card: { id: string }) => card.id))
      next = answer.json().page.next
      expect(answer.headers.link === undefined).toBe(next === null)
    }
    expect(seen).toEqual(made)
  })

  test.each([
    ['author', async () => ({ bylines: [{ authorId: await createAuthor(it), role: 'text' as const }] }), 'authors'],
    ['unit', async () => ({ units: [{ unitId: await createUnit(it), role: 'supporting' as const }] }), 'units'],
  ])('is narrowed by %s', async (filter, input, noun) => {
    const content = await input()
    const article = await createPublished(it, publisher, content)
    const id = 'bylines' in content ? content.bylines[0]?.authorId : content.units[0]?.unitId
    const { slug } = (await get(`/${noun}`)).json().data.find((one: { id: string }) => one.id === id)
    expect((await get(`/articles?${filter}=${slug}`)).json().data.map((card: { id: string }) => card.id)).toEqual([article.id])
  })

  test('takes a day as the whole local day, both ends included', async () => {
    const { slug } = await createPublished(it, publisher)
    const day = (await get(`/articles/${slug}`)).json().publishedAt.slice(0, 10)
    const slugs = async (query: string) =>
      (await get(`/articles?limit=100&${query}`)).json().data.map((card: { slug: string }) => card.slug)
    expect(await slugs(`publishedFrom=${day}&publishedTo=${day}`)).toContain(slug)
    expect(await slugs('publishedTo=2020-01-01')).toEqual([])
  })

  test.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=0x10', 'limit'],
    ['limit=1e1', 'limit'],
    ['lmit=5', 'lmit'],
    ['publishedFrom=tomorrow', 'publishedFrom'],
    ['publishedTo=2026-02-30', 'publishedTo'],
    ['publishedTo=0000-01-01', 'publishedTo'],
    ['limit=5&limit=6', 'limit'],
    ['workState=draft', 'workState'],
  ])('refuses %s and names the parameter', async (query, name) => {
    const answer = await unchanged(it, () => get(`/articles?${query}`))
    expect([answer.statusCode, answer.json().code, answer.json().errors[0].name]).toEqual([400, 'invalid_request', name])
  })

  test('refuses a cursor of another list', async () => {
    for (let i = 0; i < 2; i++) await createPublished(it, publisher)
    const { next } = (await get('/articles?limit=1')).json().page
    expect((await get(`/articles?limit=1&format=page&cursor=${next}`)).json().code).toBe('invalid_cursor')
    expect((await get(`/articles?limit=1&cursor=${next}`)).statusCode).toBe(200)
  })
})

describe('delivery', () => {
  test('prepares one statement for the same filters in whatever order', async () => {
    const query = vi.spyOn(it.app.delivery, 'query')
    const filters = ['unit=a', 'tag=a', 'publishedFrom=2026-01-01', 'author=a']
    for (let i = 0; i < filters.length; i++) await get(`/articles?${[...filters.slice(i), ...filters.slice(0, i)].join('&')}`)
    const names = query.mock.calls.map(([statement]) => (statement as unknown as Statement).name)
    query.mockRestore()
    expect([names.length, new Set(names).size]).toEqual([filters.length, 1])
  })

  test('is open to any origin, without credentials', async () => {
    const answer = await it.app.inject({ url: '/api/v1/articles', headers: { origin: 'https://elsewhere.example' } })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  })

  test('answers the same bytes whatever proxy headers say', async () => {
    const plain = await get('/articles?limit=3')
    const spoofed = await it.app.inject({
      url: '/api/v1/articles?limit=3',
      headers: {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'ftp',
        'x-original-url': '/x',
        authorization: 'Bearer x',
      },
    })
    expect(spoofed.body).toBe(plain.body)
  })
})
