import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answersOf, asPurges, openBehindCache, publicUrl } from '../../test/behind-cache.ts'
import { createAuthor, createCategory, createPublished, createUnit, send } from '../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import type { TestApp } from '../../test/test-app.ts'
import { cachePurger } from '../adapters/cache-purger.ts'
import { newestLists } from '../lib/purged-addresses.ts'
import { countUnpurged, purgeCaches, purgeChanges } from './purge-caches.ts'

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

const waits = async (name: string) =>
  (
    await it.database.db.execute<{ seconds: number }>(
      `SELECT round(extract(epoch FROM run_at - created_at))::int AS seconds FROM graphile_worker.jobs WHERE task_identifier = '${name}' ORDER BY id`,
    )
  ).rows.map(({ seconds }) => seconds)

describe('a cache in front of the site', () => {
  test('is told of a publication by the method PURGE: the article, what it is listed under, and the newest lists', async () => {
    const [unitId, authorId, categoryId] = [await createUnit(it), await createAuthor(it), await createCategory(it)]
    const article = await createPublished(it, publisher, {
      units: [{ unitId, role: 'lead' }],
      bylines: [{ authorId, role: 'text' }],
      categoryIds: [categoryId],
    })
    await behind.run()
    const { slug } = article
    const json = (await it.app.inject(`/api/v1/articles/${article.id}`)).json()
    const pages = [json.url, json.units[0].url, json.bylines[0].url, json.categories[0].url].map((url: string) =>
      url.replace(publicUrl, ''),
    )
    const paths = [...lists, `/api/v1/articles/${article.id}`, `/api/v1/articles/${slug}`, ...pages, ...pages.map((path) => `/en${path}`)]
    expect(behind.cache.asked.sort()).toEqual(paths.map((path) => `PURGE ${path}`).sort())
    expect([...behind.cache.hosts]).toEqual(['localhost:3000'])
    behind.cache.asked = []
    await behind.run()
    expect(behind.cache.asked).toEqual([])
  })

  test('is told of what was taken away, also of lists it had left before, and the receipt says that it is being told', async () => {
    const categoryId = await createCategory(it)
    const article = await createPublished(it, publisher, { categoryIds: [categoryId] })
    const [{ slug } = { slug: '' }] = (
      await it.database.db.execute<{ slug: string }>(`SELECT slug FROM categories WHERE id = '${categoryId}'`)
    ).rows
    await behind.run()
    behind.cache.asked = []
    const held = await send(it, publisher, 'POST', `/articles/${article.id}/hold`, {}, article.version)
    expect(held.json().receipt).toMatchObject({ caches: 'waiting' })
    await behind.run()
    expect(behind.cache.asked).toEqual(expect.arrayContaining([`PURGE /bai-viet/${article.slug}`, `PURGE /chuyen-muc/${slug}`, 'PURGE /']))
  })

  test('is told of articles that name it, and of the sections above its own', async () => {
    const [above, below] = [await createCategory(it), await createCategory(it)]
    await it.database.db.execute(`UPDATE categories SET parent_id = '${above}' WHERE id = '${below}'`)
    await it.database.db.execute(`UPDATE sites SET locales = '{vi,en}'`)
    const article = await createPublished(it, publisher, { categoryIds: [below] })
    const beside = await createPublished(it, publisher, { relatedIds: [article.id] })
    const translation = await createPublished(it, publisher, { locale: 'en', translationOf: article.id })
    await behind.run()
    behind.cache.asked = []
    await send(it, publisher, 'POST', `/articles/${article.id}/hold`, {}, article.version)
    await behind.run()
    const { rows } = await it.database.db.execute<{ slug: string }>(`SELECT slug FROM categories WHERE id IN ('${above}', '${below}')`)
    const named = [beside, translation].flatMap(({ id, slug }) => [`/api/v1/articles/${id}`, `/bai-viet/${slug}`])
    const paths = [...named, ...rows.map(({ slug }) => `/chuyen-muc/${slug}`)].map((path) => `PURGE ${path}`)
    expect(behind.cache.asked).toEqual(expect.arrayContaining(paths))
  })

  test('is told of a unit and of somebody who changed, and of a bloc whose year was decided, by their pages and answers', async () => {
    const unitId = await createUnit(it, { kind: 'bloc' })
    const { slug: unit } = (await send(it, publisher, 'GET', `/units/${unitId}`)).json()
    const decided = await send(it, publisher, 'PUT', `/blocs/${unitId}/years/2021`, { status: 'decided', results: [] }, 0)
    expect(decided.statusCode).toBe(200)
    const { id, slug: person } = (await send(it, publisher, 'POST', '/people', { name: 'Nguyễn Thị Ánh' })).json()
    await behind.run()
    const pages = [`/don-vi/${unit}`, `/nguoi/${person}`].flatMap((path) => [path, `/en${path}`])
    const ofUnit = [unitId, unit].flatMap((key) => [`/api/v1/units/${key}`, `/api/v1/units/${key}/emulation/2021`])
    const answers = [...ofUnit, `/api/v1/people/${id}`, `/api/v1/people/${person}`]
    expect(behind.cache.asked.sort()).toEqual([...lists, ...pages, ...answers].map((path) => `PURGE ${path}`).sort())
  })

  test('that does not answer well is asked again later, from where it was left, by one process at a time', async () => {
    await createPublished(it, publisher)
    behind.cache.status = 500
    await expect(behind.run()).rejects.toThrow('The cache answered 500')
    expect(await countUnpurged(it.database.db)).toBe(1)
    behind.cache.status = 404
    behind.cache.asked = []
    await behind.run()
    expect(behind.cache.asked).toEqual([])
    await it.database.db.execute("UPDATE cache_purges SET leased_until = now() - interval '1 second'")
    await Promise.all([behind.run(), behind.run(), behind.run()])
    expect(new Set(behind.cache.asked).size).toBe(behind.cache.asked.length)
    expect([behind.cache.asked.length > lists.length, await countUnpurged(it.database.db)]).toEqual([true, 0])
  })

  test('that keeps an answer which was on its way when it was told forgets it when it is told again', async () => {
    const article = await createPublished(it, publisher)
    await behind.run()
    await behind.jobsOf('purgeChanges')
    const kept = new Map<string, string>()
    const purge = async (address: string) => void kept.delete(address.replace(publicUrl, ''))
    const [path] = answersOf(article) as [string]
    const underWay = (await it.app.inject(path)).body
    await send(it, publisher, 'POST', `/articles/${article.id}/hold`, {}, article.version)
    await purgeCaches(it.database.db, { purge, publicUrl })
    kept.set(path, underWay)
    expect(await waits('purgeChanges')).toEqual([10])
    for (const payload of await behind.jobsOf('purgeChanges')) await purgeChanges(it.database.db, { purge, publicUrl }, payload)
    expect(kept.size).toBe(0)
    // Once more for what took longest, and then no more.
    kept.set(path, underWay)
    expect(await waits('purgeChanges')).toEqual([40])
    for (const payload of await behind.jobsOf('purgeChanges')) await purgeChanges(it.database.db, { purge, publicUrl }, payload)
    expect([kept.size, await behind.jobsOf('purgeChanges')]).toEqual([0, []])
  })

  test('is told again of the lists and the article, not of pages, which it has kept for five seconds', async () => {
    const article = await createPublished(it, publisher, { categoryIds: [await createCategory(it)] })
    await behind.run()
    behind.cache.asked = []
    for (const payload of await behind.jobsOf('purgeChanges')) await purgeChanges(it.database.db, behind.caches(), payload)
    expect(behind.cache.asked.sort()).toEqual(asPurges([...newestLists, ...answersOf(article)]))
  })

  test('of another kind is told by an address made of the template', async () => {
    await cachePurger(`${behind.cache.url}/purge?key=k&url={url}`)(`${publicUrl}/bai-viet/a?b=c`)
    expect(behind.cache.asked).toEqual([`POST /purge?key=k&url=${encodeURIComponent(`${publicUrl}/bai-viet/a?b=c`)}`])
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
