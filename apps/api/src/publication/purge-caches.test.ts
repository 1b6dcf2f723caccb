import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createPublished, createUnit, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { cachePurger } from '../adapters/cache-purger.ts'
import type { WebBuild } from '../pages/web-build.ts'
import { countUnpurged, purgeCaches } from './purge-caches.ts'

const publicUrl = 'http://localhost:3000'
const lists = [
  '/',
  '/en',
  '/api/v1/articles',
  '/api/v1/changes',
  '/feeds/rss.xml',
  '/feeds/atom.xml',
  '/feeds/feed.json',
  '/sitemap-news.xml',
]

/** Shows on every page the newest beside it. */
const web: WebBuild = {
  clientDir: '/khong-co',
  template: '',
  desk: '',
  render: async ({ fetch }) => ({ status: 200, html: await (await fetch('/api/v1/articles?limit=6')).text() }),
}

let it: TestApp
let publisher: SignedInForTest
/** What the cache was asked, and what it answers. */
const cache = { asked: [] as string[], hosts: new Set<string | undefined>(), status: 200, url: '' }
const server = createServer(({ method, url, headers }, answer) => {
  cache.asked.push(`${method} ${url}`)
  cache.hosts.add(headers.host)
  answer.writeHead(cache.status).end()
})
beforeAll(async () => {
  it = await createTestApp({ cdnPurge: 'PURGE http://127.0.0.1:1' }, { web })
  publisher = await signIn(it, 'publisher')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cache.url = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(async () => {
  await it.close()
  server.close()
})
beforeEach(async () => {
  Object.assign(cache, { asked: [], hosts: new Set(), status: 200 })
  await it.database.db.execute('DELETE FROM cache_purges')
  await run()
})

const run = () => purgeCaches(it.database.db, { purge: cachePurger(`PURGE ${cache.url}`), publicUrl })

describe('a cache in front of the site', () => {
  test('is told of a publication by the method PURGE: the article, what it is listed under, and the newest lists', async () => {
    const [unitId, authorId, categoryId] = [await createUnit(it), await createAuthor(it), await createCategory(it)]
    const article = await createPublished(it, publisher, {
      units: [{ unitId, role: 'lead' }],
      bylines: [{ authorId, role: 'text' }],
      categoryIds: [categoryId],
    })
    await run()
    const { slug } = article
    const json = (await it.app.inject(`/api/v1/articles/${article.id}`)).json()
    const pages = [json.url, json.units[0].url, json.bylines[0].url, json.categories[0].url].map((url: string) =>
      url.replace(publicUrl, ''),
    )
    const paths = [...lists, `/api/v1/articles/${article.id}`, `/api/v1/articles/${slug}`, ...pages, ...pages.map((path) => `/en${path}`)]
    expect(cache.asked.sort()).toEqual(paths.map((path) => `PURGE ${path}`).sort())
    expect([...cache.hosts]).toEqual(['localhost:3000'])
    cache.asked = []
    await run()
    expect(cache.asked).toEqual([])
  })

  test('is told of what was taken away, also of lists it had left before, and the receipt says that it is being told', async () => {
    const categoryId = await createCategory(it)
    const article = await createPublished(it, publisher, { categoryIds: [categoryId] })
    const [{ slug } = { slug: '' }] = (
      await it.database.db.execute<{ slug: string }>(`SELECT slug FROM categories WHERE id = '${categoryId}'`)
    ).rows
    await run()
    cache.asked = []
    const held = await send(it, publisher, 'POST', `/articles/${article.id}/hold`, {}, article.version)
    expect(held.json().receipt).toMatchObject({ caches: 'waiting' })
    await run()
    expect(cache.asked).toEqual(expect.arrayContaining([`PURGE /bai-viet/${article.slug}`, `PURGE /chuyen-muc/${slug}`, 'PURGE /']))
  })

  test('is told of articles that name it, and of the sections above its own', async () => {
    const [above, below] = [await createCategory(it), await createCategory(it)]
    await it.database.db.execute(`UPDATE categories SET parent_id = '${above}' WHERE id = '${below}'`)
    await it.database.db.execute(`UPDATE sites SET locales = '{vi,en}'`)
    const article = await createPublished(it, publisher, { categoryIds: [below] })
    const beside = await createPublished(it, publisher, { relatedIds: [article.id] })
    const translation = await createPublished(it, publisher, { locale: 'en', translationOf: article.id })
    await run()
    cache.asked = []
    await send(it, publisher, 'POST', `/articles/${article.id}/hold`, {}, article.version)
    await run()
    const { rows } = await it.database.db.execute<{ slug: string }>(`SELECT slug FROM categories WHERE id IN ('${above}', '${below}')`)
    const named = [beside, translation].flatMap(({ id, slug }) => [`/api/v1/articles/${id}`, `/bai-viet/${slug}`])
    const paths = [...named, ...rows.map(({ slug }) => `/chuyen-muc/${slug}`)].map((path) => `PURGE ${path}`)
    expect(cache.asked).toEqual(expect.arrayContaining(paths))
  })

  test('that does not answer well is asked again later, from where it was left, by one process at a time', async () => {
    await createPublished(it, publisher)
    cache.status = 500
    await expect(run()).rejects.toThrow('The cache answered 500')
    expect(await countUnpurged(it.database.db)).toBe(1)
    cache.status = 404
    cache.asked = []
    await run()
    expect(cache.asked).toEqual([])
    await it.database.db.execute("UPDATE cache_purges SET leased_until = now() - interval '1 second'")
    await Promise.all([run(), run(), run()])
    expect(new Set(cache.asked).size).toBe(cache.asked.length)
    expect([cache.asked.length > lists.length, await countUnpurged(it.database.db)]).toEqual([true, 0])
  })

  test('of another kind is told by an address made of the template', async () => {
    await cachePurger(`${cache.url}/purge?key=k&url={url}`)(`${publicUrl}/bai-viet/a?b=c`)
    expect(cache.asked).toEqual([`POST /purge?key=k&url=${encodeURIComponent(`${publicUrl}/bai-viet/a?b=c`)}`])
  })

  test('may keep for long only what it is told of whatever changes in it', async () => {
    const article = await createPublished(it, publisher)
    for (const path of [`/api/v1/articles/${article.id}`, `/api/v1/articles/${article.slug}`, '/api/v1/articles', '/feeds/rss.xml']) {
      expect([path, await seconds(path)]).toEqual([path, '300'])
    }
    for (const path of ['/api/v1/articles?limit=5', '/api/v1/units', '/api/v1/site', '/feeds/rss.xml?unit=co-quan', '/sitemap.xml']) {
      expect([path, await seconds(path)]).toEqual([path, '5'])
    }
  })

  test('has no page on which a held article stands beside another for longer than five seconds', async () => {
    const [held, other] = [await createPublished(it, publisher), await createPublished(it, publisher)]
    for (const path of ['/', '/en', `/bai-viet/${other.slug}`, `/en/bai-viet/${other.slug}`, '/chuyen-muc/x', '/don-vi/co-quan']) {
      expect((await it.app.inject(path)).body).toContain(held.id)
      expect([path, await seconds(path)]).toEqual([path, '5'])
    }
  })
})

const seconds = async (path: string) => /s-maxage=(\d+)/.exec(String((await it.app.inject(path)).headers['cache-control']))?.[1]
