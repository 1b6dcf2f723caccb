import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createDraft, createPublished, send } from '../../test/factories.ts'
import { addDraftsLike } from '../../test/many-articles.ts'
import { type OpenRead, openReads } from '../../test/open-reads.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { findSite } from '../db/find-site.ts'
import { tags } from '../db/schema/categories.ts'

let it: TestApp
let publisher: SignedInForTest
let reads: OpenRead[]
/** Of every table there is, as the database and as the API would spell them. */
let columns: string[]
beforeAll(async () => {
  it = await createTestApp()
  publisher = await signIn(it, 'publisher')
  reads = openReads(it)
  const { rows } = await it.database.db.execute<{ name: string }>(sql`
    SELECT DISTINCT column_name AS name FROM information_schema.columns WHERE table_schema IN ('public', 'published')`)
  const camel = (name: string) => name.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())
  columns = [...new Set(rows.flatMap(({ name }) => [name, camel(name)]))]
})
afterAll(() => it.close())

interface Refused {
  statusCode: number
  json(): { code: string; errors?: { name: string; code: string }[] }
}

const refusedNames = (answer: Refused) => (answer.json().errors ?? []).map(({ name }) => name)

/** An answer names twenty faults; there may be one that something is missing, and one that it is too much. */
const atOnce = 18

async function expectUnknown(url: string, names: string[]): Promise<void> {
  for (let at = 0; at < names.length; at += atOnce) {
    const some = names.slice(at, at + atOnce)
    const answer = await it.app.inject(`${url}?${new URLSearchParams(some.map((name): [string, string] => [name, 'x']))}`)
    const { errors = [] } = answer.json()
    const unknown = errors.filter(({ code }: { code: string }) => code === 'unknown_field').map(({ name }: { name: string }) => name)
    expect([url, answer.statusCode, unknown.sort()]).toEqual([url, 400, some.toSorted()])
  }
}

describe('no open read is an oracle on what it does not show', () => {
  test('there are columns and reads to try', () => {
    expect(columns.length).toBeGreaterThan(200)
    expect(columns).toEqual(expect.arrayContaining(['password_hash', 'passwordHash', 'workState', 'public_state', 'hold_reason']))
    expect(reads.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/api/v1/articles', '/api/v1/tags', '/api/v1/changes', '/api/v1/lookup', '/feeds/rss.xml']),
    )
  })

  test('a column is no parameter, of any of them', async () => {
    for (const { url, parameters } of reads) {
      const own = new Set(parameters.map(({ name }) => name))
      await expectUnknown(
        url,
        columns.filter((column) => !own.has(column)),
      )
    }
  })

  test('nor does a parameter lead to one, in whatever spelling', async () => {
    for (const { url, parameters } of reads) {
      for (const { name } of parameters) {
        const hops = columns.flatMap((column) => [`${name}[${column}]`, `${name}.${column}`, `${name}__${column}`])
        await expectUnknown(url, hops)
      }
    }
  })

  test('nor is it a value of one that takes certain values', async () => {
    for (const { url, parameters } of reads) {
      for (const column of columns) {
        const closed = parameters.filter(({ isFree, values }) => !isFree && !values.includes(column)).map(({ name }) => name)
        if (closed.length === 0) break
        const answer = await it.app.inject(`${url}?${new URLSearchParams(closed.map((name): [string, string] => [name, column]))}`)
        expect([url, column, answer.statusCode, refusedNames(answer)]).toEqual([url, column, 400, expect.arrayContaining(closed)])
      }
    }
  })

  test.each([
    'createdBy.email=a',
    'created_by__email=a',
    'author.user.passwordHash=a',
    'filter[createdBy][email]=a',
    'filter={"createdBy":{"email":"a"}}',
    'where[OR][0][createdBy][email][startsWith]=a',
    '$filter=createdBy/email eq a',
    'sort=createdBy.email',
    'sort=-createdBy.email',
    'sort[]=title',
    'orderBy=createdBy',
    'include=createdBy',
    'include=body,createdBy',
    'include=author.user',
    'populate=*',
    'populate[author][populate]=*',
    'fields=*',
    'select=id,hold_reason',
    'expand=createdBy',
    'author[slug]=a',
    'unit[0]=a',
    'unit=a&unit=b',
    'q=a',
    '_q=a',
    'search=a',
    '__proto__=a',
    'constructor=a',
    'constructor[prototype][x]=a',
  ])('a relation is not hopped over by %s', async (query) => {
    for (const { url, parameters } of reads) {
      if (parameters.some(({ name, isFree }) => isFree && query === `${name}=a`)) continue
      const answer = await it.app.inject(`${url}?${encodeURI(query)}`)
      expect([url, answer.statusCode]).toEqual([url, 400])
    }
  })
})

test('totals, facets, lists, feeds, maps and Last-Modified are not moved by a hundred drafts, and nothing of them is in any answer', async () => {
  const { id, version } = await createPublished(it, publisher)
  const secret = 'BiMatBanNhap'
  const tagId = '01900000-0000-7000-8000-000000000001'
  await it.database.db
    .insert(tags)
    .values({ id: tagId, siteId: (await findSite(it.database.db)).id, slug: secret.toLowerCase(), name: secret })
  const urls = [
    ...reads.map(({ url }) => url),
    '/api/v1/articles?count=true&include=body,related',
    '/api/v1/articles?sort=-updatedAt',
    `/api/v1/search?q=${encodeURIComponent('bài thử')}&facets=true`,
    `/api/v1/search/suggest?q=${encodeURIComponent('bài')}`,
    `/api/v1/articles/${id}`,
    `/api/v1/articles/${id}/editions`,
    '/sitemap.xml',
    '/sitemap-1.xml',
    '/sitemap-news.xml',
  ]
  const answers = async () => {
    const all: { url: string; statusCode: number; modified: unknown; tag: unknown; body: string }[] = []
    for (const url of urls) {
      const { statusCode, headers, body } = await it.app.inject(url)
      all.push({ url, statusCode, modified: headers['last-modified'], tag: headers.etag, body })
    }
    return all
  }
  const before = await answers()
  expect(before.find(({ url }) => url.endsWith(id))?.modified).toMatch(/GMT$/)
  expect(before.filter(({ url }) => url.includes('?q=')).map(({ statusCode }) => statusCode)).toEqual([200, 200])
  const facets = before.find(({ url }) => url.endsWith('facets=true'))
  expect(JSON.parse(facets?.body ?? '').facets.total).toBeGreaterThan(0)
  await addDraftsLike(it, id, 100)
  const hidden = { title: secret, sapo: secret, kicker: secret, tagIds: [tagId], genre: 'Tin', relatedIds: [id] }
  await createDraft(it, publisher, hidden)
  await send(it, publisher, 'PATCH', `/articles/${id}`, hidden, version)
  const after = await answers()
  expect(after).toEqual(before)
  for (const { body } of after) expect(body.toLowerCase()).not.toContain(secret.toLowerCase())
})

describe('a cursor', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

  async function cursors(): Promise<Record<'articles' | 'tags', string>> {
    const { id: siteId } = await findSite(it.database.db)
    const ids = ['01900000-0000-7000-8000-000000000002', '01900000-0000-7000-8000-000000000003']
    await it.database.db
      .insert(tags)
      .values(ids.map((id) => ({ id, siteId, slug: `the-${id}`, name: id })))
      .onConflictDoNothing()
    for (let i = 0; i < 2; i++) await createPublished(it, publisher, { tagIds: ids })
    const next = async (list: string) => (await it.app.inject(`/api/v1/${list}?limit=1`)).json().page.next as string
    return { articles: await next('articles'), tags: await next('tags') }
  }

  const codeOf = async (url: string) => (await it.app.inject(url)).json().code

  test('is refused with any character changed, also in bits that say nothing, added or left out', async () => {
    const { articles, tags: ofTags } = await cursors()
    for (const [list, cursor] of [
      ['articles', articles],
      ['tags', ofTags],
    ] as const) {
      const changed = [...cursor].map((letter, at) => `${cursor.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`)
      const last = [...alphabet].map((letter) => cursor.slice(0, -1) + letter).filter((other) => other !== cursor)
      for (const wrong of [...changed, ...last, `${cursor}A`, `${cursor}=`, cursor.slice(0, -1), cursor.slice(1)]) {
        expect([wrong, await codeOf(`/api/v1/${list}?limit=1&cursor=${wrong}`)]).toEqual([wrong, 'invalid_cursor'])
      }
      expect((await it.app.inject(`/api/v1/${list}?limit=1&cursor=${cursor}`)).statusCode).toBe(200)
    }
  })

  test('is refused from another list', async () => {
    const { articles, tags: ofTags } = await cursors()
    expect(await codeOf(`/api/v1/articles?limit=1&cursor=${ofTags}`)).toBe('invalid_cursor')
    expect(await codeOf(`/api/v1/tags?limit=1&cursor=${articles}`)).toBe('invalid_cursor')
    const ofDesk = (await send(it, publisher, 'GET', '/articles?limit=1')).json().page.next
    expect(await codeOf(`/api/v1/articles?limit=1&cursor=${ofDesk}`)).toBe('invalid_cursor')
  })
})

test('a conditional request on what is hidden is answered as on what never was', async () => {
  const draft = await createDraft(it, publisher)
  const held = await createPublished(it, publisher)
  const tag = (await it.app.inject(`/api/v1/articles/${held.id}`)).headers.etag as string
  await send(it, publisher, 'POST', `/articles/${held.id}/hold`, {}, held.version)
  const conditions = [
    { 'if-none-match': '*' },
    { 'if-none-match': tag },
    { 'if-match': tag },
    { 'if-modified-since': 'Fri, 01 Jan 2999 00:00:00 GMT' },
    { 'if-unmodified-since': 'Fri, 01 Jan 1999 00:00:00 GMT' },
    { range: 'bytes=0-0' },
  ]
  for (const path of (['', '/editions', '/editions/1'] as const).map((rest) => (id: string) => `/api/v1/articles/${id}${rest}`)) {
    const missing = (await it.app.inject(path('00000000-0000-7000-8000-000000000000'))).rawPayload
    for (const id of [draft.id, held.id]) {
      for (const method of ['GET', 'HEAD'] as const) {
        for (const headers of conditions) {
          const { statusCode, rawPayload, headers: answered } = await it.app.inject({ method, url: path(id), headers })
          const said = { statusCode, modified: answered['last-modified'], length: Number(answered['content-length']) }
          expect(said).toEqual({ statusCode: 404, modified: undefined, length: missing.length })
          if (method === 'GET') expect(rawPayload).toEqual(missing)
        }
      }
    }
  }
})

test('what is too much is refused before the database is asked', async () => {
  const query = vi.spyOn(it.app.delivery, 'query')
  for (const { url, parameters } of reads) {
    const long = 'a'.repeat(4096)
    const tooMuch = [
      `${long}=1`,
      ...Array.from({ length: 3 }, (_, n) => `${'a'.repeat(n + 1)}=${long}`),
      ...parameters.map(({ name }) => `${name}=${long}`),
      ...parameters.filter(({ name }) => name === 'limit').map(() => 'limit=100000'),
    ]
    for (const each of tooMuch) {
      const answer = await it.app.inject(`${url}?${each}`)
      expect([url, each.slice(0, 20), answer.statusCode]).toEqual([url, each.slice(0, 20), 400])
    }
  }
  expect(query).not.toHaveBeenCalled()
  query.mockRestore()
})
