import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeFromArchive } from '../../../test/archive.ts'
import { createEveryState } from '../../../test/every-state.ts'
import { createPublished, send } from '../../../test/factories.ts'
import { addDraftsLike, addManyLike } from '../../../test/many-articles.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { requireValid, requireValidNews } from '../../../test/xml-schemas.ts'

let it: TestApp
let admin: SignedInForTest
let lives: Awaited<ReturnType<typeof createEveryState>>
beforeAll(async () => {
  it = await createTestApp({ limitsReads: false })
  admin = await signIn(it, 'admin')
  lives = await createEveryState(it, admin)
})
afterAll(() => it.close())

const origin = 'http://localhost:3000'
const get = async (path: string, headers: Record<string, string> = {}) => await it.app.inject({ url: path, headers })
const locs = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc)
const locsOf = async (path: string) => locs((await get(path)).body)

/** The slugs that articles of these lives have or had. */
async function pagesOf(names: readonly (keyof typeof lives)[]): Promise<string[]> {
  const ids = names.map((name) => lives[name])
  const { rows } = await it.database.db.execute<{ slug: string }>(sql`SELECT slug FROM articles WHERE id = ANY (${sql.param(ids)}::uuid[])`)
  return rows.map(({ slug }) => `${origin}/bai-viet/${slug}`)
}

const shown = ['published', 'datedBack', 'updated', 'corrected', 'toBeUpdated', 'putBack', 'redactedBefore', 'publishedDue'] as const
const hidden = [
  'draft',
  'inReview',
  'approved',
  'scheduled',
  'held',
  'withdrawn',
  'gone',
  'vanished',
  'redacted',
  'redirected',
  'redirectedToo',
  'withdrawnDue',
] as const

describe('the maps', () => {
  test('are valid by the schema of the protocol, and the index names each that there is', async () => {
    const index = await get('/sitemap.xml')
    expect([index.statusCode, index.headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8'])
    requireValid(index.body, 'sitemap.xsd')
    expect(locs(index.body)).toEqual(['1', 'portal', 'authors', 'tags'].map((name) => `${origin}/sitemap-${name}.xml`))
    for (const loc of locs(index.body)) {
      const map = await get(new URL(loc).pathname)
      expect(map.statusCode).toBe(200)
      requireValid(map.body, 'sitemap.xsd')
    }
  })

  test('have every article that is listed, with the moment of its last change, and no other', async () => {
    const { body } = await get('/sitemap-1.xml')
    expect(locs(body).toSorted()).toEqual((await pagesOf(shown)).toSorted())
    const { url, updatedAt } = (await get(`/api/v1/articles/${lives.corrected}`)).json()
    expect(body).toContain(`<url><loc>${url}</loc><lastmod>${updatedAt}</lastmod></url>`)
    const news = await get('/sitemap-news.xml')
    for (const page of await pagesOf(hidden)) {
      expect(body).not.toContain(page)
      expect(news.body).not.toContain(page)
    }
  })

  test('name of an article those of the same text in other languages', async () => {
    const { id, slug, version } = await createPublished(it, admin)
    const english = await createPublished(it, admin)
    await it.database.db.execute(sql`UPDATE published.articles SET locale = 'en', translation_group = ${id} WHERE id = ${english.id}`)
    const links = [
      `<xhtml:link rel="alternate" hreflang="vi" href="${origin}/bai-viet/${slug}"/>`,
      `<xhtml:link rel="alternate" hreflang="en" href="${origin}/bai-viet/${english.slug}"/>`,
    ]
    const linksOf = async (one: string) =>
      new RegExp(`/bai-viet/${one}</loc><lastmod>[^<]+</lastmod>(.*?)</url>`).exec((await get('/sitemap-1.xml')).body)?.[1]
    expect(await linksOf(slug)).toBe(links.join(''))
    expect(await linksOf(english.slug)).toBe(links.toReversed().join(''))
    await send(it, admin, 'POST', `/articles/${id}/hold`, {}, version)
    expect(await linksOf(english.slug)).toBe('')
    await send(it, admin, 'POST', `/articles/${english.id}/hold`, {}, english.version)
  })

  test('have home, units, categories, authors and tags in both languages, each naming the other', async () => {
    const { bylines, categories, tags, units } = (await get(`/api/v1/articles/${lives.published}`)).json()
    const all = (await Promise.all(['portal', 'authors', 'tags'].map((name) => locsOf(`/sitemap-${name}.xml`)))).flat()
    const pages = [
      `${origin}/`,
      `${origin}/don-vi`,
      `${origin}/thong-ke`,
      ...[...bylines, ...categories, ...tags, ...units].map(({ url }) => url as string),
    ]
    for (const page of pages) {
      const english = page === `${origin}/` ? `${origin}/en` : page.replace(origin, `${origin}/en`)
      expect(all).toEqual(expect.arrayContaining([page, english]))
    }
    expect(new Set(all).size).toBe(all.length)
    expect((await get('/sitemap-portal.xml')).body).toContain(
      `<url><loc>${origin}/en</loc><xhtml:link rel="alternate" hreflang="vi" href="${origin}/"/><xhtml:link rel="alternate" hreflang="en" href="${origin}/en"/></url>`,
    )
  })

  test('of news have what first came out in the last 48 hours, by its first moment', async () => {
    const { body } = await get('/sitemap-news.xml')
    expect(requireValidNews(body)).toBe(shown.length - 1)
    expect(locs(body)).not.toContain((await pagesOf(['datedBack']))[0])
    const { firstPublishedAt, title } = (await get(`/api/v1/articles/${lives.updated}`)).json()
    expect(body).toContain(`<news:publication_date>${firstPublishedAt}</news:publication_date><news:title>${title}</news:title>`)
  })

  test('of news have nothing of an archive, however new it is; the other maps have it', async () => {
    const { body } = await get('/sitemap-news.xml')
    const { id } = await takeFromArchive(it, new Date(Date.now() - 3_600_000))
    expect((await get('/sitemap-news.xml')).body).toBe(body)
    expect(locs((await get('/sitemap-1.xml')).body)).toContain((await get(`/api/v1/articles/${id}`)).json().url)
  })

  test('and robots.txt name no other host than ours, whatever a request names', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example' }
    for (const path of ['/sitemap.xml', '/sitemap-1.xml', '/sitemap-portal.xml', '/sitemap-news.xml', '/robots.txt']) {
      const { body, statusCode } = await get(path, headers)
      expect([path, statusCode, body]).toEqual([path, 200, (await get(path)).body])
      expect(body).not.toContain('evil.example')
    }
  })

  test.each([
    ['/sitemap-2.xml', 404],
    ['/sitemap-999999.xml', 404],
    ['/sitemap-0.xml', 400],
    ['/sitemap-01.xml', 400],
    ['/sitemap-x.xml', 400],
    ['/sitemap-1.xml?page=1', 400],
    ['/sitemap.xml?x=1', 400],
    ['/sitemap-news.xml?x=1', 400],
    ['/sitemap-tags.xml?x=1', 400],
    ['/robots.txt?x=1', 400],
  ])('%s is %i', async (path, status) => {
    expect((await unchanged(it, () => get(path))).statusCode).toBe(status)
  })

  test('are unmoved by a hundred drafts', async () => {
    const paths = ['/sitemap.xml', ...['1', 'portal', 'authors', 'tags', 'news'].map((name) => `/sitemap-${name}.xml`)]
    const read = () => Promise.all(paths.map(async (path) => (await get(path)).body))
    const before = await read()
    await addDraftsLike(it, lives.published, 100)
    expect(await read()).toEqual(before)
  })
})

test('robots.txt closes the desk and what is behind a session, and leaves what readers see open', async () => {
  const { body, headers } = await get('/robots.txt')
  expect(headers['content-type']).toBe('text/plain; charset=utf-8')
  const closed = [...body.matchAll(/^Disallow: (.+)$/gm)].map(([, path = '']) => path)
  const isClosed = (path: string) => closed.some((one) => path.startsWith(one))
  for (const path of ['/ban-bien-tap/bai-viet', '/dang-nhap', '/api/v1/editorial/articles', '/api/v1/previews/x'])
    expect(isClosed(path)).toBe(true)
  for (const path of ['/', '/bai-viet/x', '/api/v1/articles', '/feeds/rss.xml', '/xem-truoc/x', '/media/x'])
    expect(isClosed(path)).toBe(false)
  expect(body).toContain(`Sitemap: ${origin}/sitemap.xml\n`)
})

describe('with 25,000 articles', () => {
  let pages: string[][]
  const readPages = () => Promise.all([1, 2, 3].map((page) => locsOf(`/sitemap-${page}.xml`)))

  beforeAll(async () => {
    const like = await createPublished(it, admin)
    const first = `(SELECT count(*) FROM publication_log WHERE edition = 1)`
    await addManyLike(it, like.id, 25_000 - (await numberOf(first)))
    await it.database.db.execute(sql`
      INSERT INTO editions (article_id, edition, revision_id, kind, published_at, document, hash)
      SELECT p.id, 1, a.head_revision_id, 'major', p.published_at, '{}', repeat('0', 64)
      FROM published.articles p JOIN articles a ON a.id = p.id WHERE a.public_state = 'none'`)
    await it.database.db.execute(sql`
      INSERT INTO publication_log (seq, site_id, article_id, edition, hash, head)
      SELECT (SELECT max(seq) FROM publication_log) + row_number() OVER (ORDER BY p.published_at), p.site_id, p.id, 1, repeat('0', 64), repeat('0', 64)
      FROM published.articles p JOIN articles a ON a.id = p.id WHERE a.public_state = 'none'`)
    expect(await numberOf(first)).toBe(25_000)
    pages = await readPages()
  })

  const numberOf = async (query: string) =>
    Number((await it.database.db.execute<{ n: string }>(sql.raw(`SELECT ${query} AS n`))).rows[0]?.n)

  test('there are three pages, with each article exactly once', async () => {
    const index = await locsOf('/sitemap.xml')
    expect(index.filter((loc) => /\d/.test(loc.replace(origin, '')))).toEqual([1, 2, 3].map((page) => `${origin}/sitemap-${page}.xml`))
    const all = pages.flat()
    const listed = await numberOf('(SELECT count(*) FROM published.articles WHERE listed)')
    expect([all.length, new Set(all).size]).toEqual([listed, listed])
    expect(pages.map((page) => page.length)).toEqual([expect.closeTo(10_000, -3), 10_000, 5000])
    for (const page of [1, 2, 3]) requireValid((await get(`/sitemap-${page}.xml`)).body, 'sitemap.xsd')
  })

  test('what comes stands behind, what goes leaves its place, and what comes back has it again', async () => {
    const { slug } = await createPublished(it, admin)
    expect(await readPages()).toEqual([pages[0], pages[1], [...(pages[2] ?? []), `${origin}/bai-viet/${slug}`]])
    const { version } = (await send(it, admin, 'GET', `/articles/${lives.published}`)).json()
    const held = await send(it, admin, 'POST', `/articles/${lives.published}/hold`, {}, version)
    const [url] = await pagesOf(['published'])
    expect((await readPages()).slice(0, 2)).toEqual([pages[0]?.filter((one) => one !== url), pages[1]])
    await send(it, admin, 'POST', `/articles/${lives.published}/put-back`, {}, held.json().version)
    expect((await readPages()).slice(0, 2)).toEqual(pages.slice(0, 2))
  })
})
