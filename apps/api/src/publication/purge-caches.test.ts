import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAuthor, createCategory, createPicture, createPublished, createUnit, send } from '../../test/factories.ts'
import { takeJobs } from '../../test/mails.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { cachePurger } from '../adapters/cache-purger.ts'
import { recordAudit } from '../db/audit.ts'
import type { Jobs } from '../db/jobs.ts'
import { operator } from '../lib/acting-person.ts'
import { newestLists } from '../lib/purged-addresses.ts'
import type { WebBuild } from '../pages/web-build.ts'
import { countUnpurged, purgeCaches, purgeChanges } from './purge-caches.ts'
import { purgeShown } from './purge-shown.ts'

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
  for (const name of ['purgeChanges', 'purgeShown']) await takeJobs(it, name)
})

const caches = () => ({ purge: cachePurger(`PURGE ${cache.url}`), publicUrl })
const run = () => purgeCaches(it.database.db, caches())
const jobsOf = async <N extends 'purgeChanges' | 'purgeShown'>(name: N) => (await takeJobs(it, name)) as unknown as Jobs[N][]
/** Does all that was asked for, and what these ask for in turn; answers how often they told. */
async function runJobs(): Promise<number> {
  const [again, shown] = [await jobsOf('purgeChanges'), await jobsOf('purgeShown')]
  for (const payload of again) await purgeChanges(it.database.db, caches(), payload)
  for (const payload of shown) await purgeShown(it.database.db, caches(), payload, AbortSignal.timeout(60_000))
  return again.length + shown.length === 0 ? 0 : again.length + shown.length + (await runJobs())
}
const waits = async (name: string) =>
  (
    await it.database.db.execute<{ seconds: number }>(
      `SELECT round(extract(epoch FROM run_at - created_at))::int AS seconds FROM graphile_worker.jobs WHERE task_identifier = '${name}' ORDER BY id`,
    )
  ).rows.map(({ seconds }) => seconds)
const createTag = async () => {
  const { rows } = await it.database.db.execute<{ id: string }>(
    `INSERT INTO tags (id, site_id, slug, name) SELECT gen_random_uuid(), id, 'the', 'thẻ' FROM sites RETURNING id`,
  )
  return rows[0]?.id as string
}
const answersOf = ({ id, slug }: { id: string; slug: string }) => [`/api/v1/articles/${id}`, `/api/v1/articles/${slug}`]
const asPurges = (paths: string[]) => paths.map((path) => `PURGE ${path}`).sort()

describe('a cache in front of the site', () => {
  test('that keeps an answer which was on its way when it was told forgets it when it is told again', async () => {
    const article = await createPublished(it, publisher)
    await run()
    await jobsOf('purgeChanges')
    const kept = new Map<string, string>()
    const purge = async (address: string) => void kept.delete(address.replace(publicUrl, ''))
    const [path] = answersOf(article) as [string]
    const underWay = (await it.app.inject(path)).body
    await send(it, publisher, 'POST', `/articles/${article.id}/hold`, {}, article.version)
    await purgeCaches(it.database.db, { purge, publicUrl })
    kept.set(path, underWay)
    expect(await waits('purgeChanges')).toEqual([10])
    for (const payload of await jobsOf('purgeChanges')) await purgeChanges(it.database.db, { purge, publicUrl }, payload)
    expect(kept.size).toBe(0)
    // Once more for what took longest, and then no more.
    kept.set(path, underWay)
    expect(await waits('purgeChanges')).toEqual([40])
    for (const payload of await jobsOf('purgeChanges')) await purgeChanges(it.database.db, { purge, publicUrl }, payload)
    expect([kept.size, await jobsOf('purgeChanges')]).toEqual([0, []])
  })

  test('is told again of the lists and the article, not of pages, which it has kept for five seconds', async () => {
    const article = await createPublished(it, publisher, { categoryIds: [await createCategory(it)] })
    await run()
    cache.asked = []
    for (const payload of await jobsOf('purgeChanges')) await purgeChanges(it.database.db, caches(), payload)
    expect(cache.asked.sort()).toEqual(asPurges([...newestLists, ...answersOf(article)]))
  })

  test.each([
    ['unit', () => createUnit(it), (unitId: string) => ({ units: [{ unitId, role: 'lead' as const }] })],
    ['author', () => createAuthor(it), (authorId: string) => ({ bylines: [{ authorId, role: 'text' as const }] })],
    ['category', () => createCategory(it), (id: string) => ({ categoryIds: [id] })],
    ['tag', () => createTag(), (id: string) => ({ tagIds: [id] })],
  ])('is told of every article that names a %s which is called otherwise now, and of no other', async (entity, create, naming) => {
    const entityId = await create()
    const named = await createPublished(it, publisher, naming(entityId))
    await createPublished(it, publisher)
    await run()
    await runJobs()
    cache.asked = []
    await it.database.db.transaction((tx) => recordAudit(tx, operator, { action: `${entity}.change`, entity, entityId }))
    expect(await runJobs()).toBe(3)
    expect(cache.asked.length).toBe(3 * (newestLists.length + 2))
    expect(new Set(cache.asked)).toEqual(new Set(asPurges([...newestLists, ...answersOf(named)])))
  })

  test('is told of all articles when the site is called otherwise, and of none when its home page is set', async () => {
    const articles = [await createPublished(it, publisher), await createPublished(it, publisher)]
    const admin = await signIn(it, 'admin')
    const { version } = (await send(it, admin, 'GET', '/site')).json()
    await run()
    await runJobs()
    cache.asked = []
    const home = (await send(it, admin, 'GET', '/home')).json()
    expect((await send(it, admin, 'PUT', '/home', { slots: [{ articleId: articles[0]?.id }] }, home.version)).statusCode).toBe(200)
    expect(await jobsOf('purgeShown')).toEqual([])
    await send(it, admin, 'PATCH', '/site', { name: 'Cổng tỉnh' }, version)
    expect(await runJobs()).toBe(3)
    expect(cache.asked).toEqual(expect.arrayContaining(asPurges([...newestLists, ...articles.flatMap(answersOf)])))
    const { rows } = await it.database.db.execute('SELECT FROM published.articles')
    expect(cache.asked.length).toBe(3 * (newestLists.length + 2 * rows.length))
  })

  test('is told of the articles that show a picture of which something else is said, and of those beside which they stand', async () => {
    const { id } = await createPicture(it)
    const shows = await createPublished(it, publisher, { heroMediaId: id })
    const beside = await createPublished(it, publisher, { relatedIds: [shows.id] })
    await run()
    await runJobs()
    cache.asked = []
    const { version } = (await send(it, publisher, 'GET', `/media/${id}`)).json()
    expect((await send(it, publisher, 'PATCH', `/media/${id}`, { alt: 'Cầu' }, version)).statusCode).toBe(200)
    expect(await runJobs()).toBe(3)
    expect(new Set(cache.asked)).toEqual(new Set(asPurges([...newestLists, ...answersOf(shows), ...answersOf(beside)])))
  })

  test('that is not there is told nothing: no job waits', async () => {
    await it.database.db.execute('DELETE FROM cache_purges')
    const entityId = await createUnit(it)
    await it.database.db.transaction((tx) => recordAudit(tx, operator, { action: 'unit.change', entity: 'unit', entityId }))
    expect(await jobsOf('purgeShown')).toEqual([])
  })

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
