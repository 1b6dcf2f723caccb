import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeFromArchive } from '../../../test/archive.ts'
import { createEveryState } from '../../../test/every-state.ts'
import { createAuthor, createCategory, createPublished, createUnit, send } from '../../../test/factories.ts'
import { addDraftsLike } from '../../../test/many-articles.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { requireValid, withDocument } from '../../../test/xml-schemas.ts'
import { findSite } from '../../db/find-site.ts'
import { tags } from '../../db/schema/categories.ts'

let it: TestApp
let admin: SignedInForTest
let lives: Awaited<ReturnType<typeof createEveryState>>
beforeAll(async () => {
  it = await createTestApp({ limitsReads: false })
  admin = await signIn(it, 'admin')
  lives = await createEveryState(it, admin)
})
afterAll(() => it.close())

const get = async (path: string, headers: Record<string, string> = {}) => await it.app.inject({ url: path, headers })
const paths = ['/feeds/rss.xml', '/feeds/atom.xml', '/feeds/feed.json']
const isJsonFeed = new Ajv().compile(JSON.parse(readFileSync(new URL('../../../test/schemas/json-feed.json', import.meta.url), 'utf8')))

async function slugOf(noun: 'units' | 'authors' | 'categories', id: string): Promise<string> {
  const { data } = (await get(`/api/v1/${noun}`)).json()
  return data.find((one: { id: string }) => one.id === id).slug
}

/** The ids of the articles, in order, as each form names them. */
async function idsOf(path: string): Promise<string[]> {
  const { body } = await get(path)
  const ids = path.includes('.json')
    ? /"id":"urn:uuid:([^"]+)"/g
    : path.includes('rss')
      ? />urn:uuid:([^<]+)<\/guid>/g
      : /<id>urn:uuid:([^<]+)<\/id>/g
  return [...body.matchAll(ids)].map(([, id = '']) => id)
}

describe('each feed', () => {
  test.each([
    ['rss.xml', 'application/rss+xml; charset=utf-8', (body: string) => requireValid(body, 'rss.rng')],
    ['atom.xml', 'application/atom+xml; charset=utf-8', (body: string) => requireValid(body, 'atom.rng')],
    [
      'feed.json',
      'application/feed+json; charset=utf-8',
      (body: string) => expect([isJsonFeed(JSON.parse(body)), isJsonFeed.errors]).toEqual([true, null]),
    ],
  ])('%s is valid by its schema, says what it is, and is kept like other answers', async (name, type, requireValidity) => {
    const answer = await get(`/feeds/${name}`)
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['access-control-allow-origin']]).toEqual([200, type, '*'])
    requireValidity(answer.body)
    const known = await get(`/feeds/${name}`, { 'if-none-match': String(answer.headers.etag) })
    expect([known.statusCode, known.body]).toEqual([304, ''])
    expect((await it.app.inject({ method: 'HEAD', url: `/feeds/${name}` })).statusCode).toBe(200)
  })

  test('has what the list of articles has, in its order', async () => {
    const { data } = (await get('/api/v1/articles?limit=30')).json()
    const ids = data.map(({ id }: { id: string }) => id)
    expect(ids.length).toBeGreaterThan(5)
    for (const path of paths) expect(await idsOf(path)).toEqual(ids)
  })

  test('has the whole text, byte by byte that of the article, with absolute addresses alone', async () => {
    const { bodyHtml } = (await get(`/api/v1/articles/${lives.published}`)).json()
    const texts = async (path: string, xpath: string) =>
      withDocument((await get(path)).body, (document) =>
        document
          .find(xpath, { a: 'http://www.w3.org/2005/Atom', c: 'http://purl.org/rss/1.0/modules/content/' })
          .map(({ content }) => content),
      )
    expect(await texts('/feeds/rss.xml', '//c:encoded')).toContain(bodyHtml)
    expect(await texts('/feeds/atom.xml', '//a:content')).toContain(bodyHtml)
    expect((await get('/feeds/feed.json')).json().items.map((item: { content_html: string }) => item.content_html)).toContain(bodyHtml)
    expect(bodyHtml).toContain('http://localhost:3000/media/')
    for (const path of paths) {
      const { body } = await get(path, { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' })
      expect(body).toBe((await get(path)).body)
      expect(body).not.toMatch(/evil\.example|(?:href|src|url)=\\?"(?!http|#)|media:[0-9a-f]{8}-/)
    }
  })

  test('shows the lead picture with its size in bytes, and says whose article it is', async () => {
    const { hero, publisher, attribution } = (await get(`/api/v1/articles/${lives.published}`)).json()
    const rss = (await get('/feeds/rss.xml')).body
    expect(rss).toContain(`<enclosure url="${hero.src}" length="3" type="image/jpeg"/>`)
    expect(rss).toContain(`<media:content url="${hero.src}" type="image/jpeg" medium="image" width="640" height="360">`)
    expect(rss).toContain(`<dc:publisher>${publisher.name}</dc:publisher>`)
    expect(rss).toContain(`<dc:rights>${attribution}</dc:rights>`)
    expect(rss).toContain('<dc:source>Báo thử, https://example.test/</dc:source>')
    const atom = (await get('/feeds/atom.xml')).body
    expect(atom).toContain(`length="3" title="Ảnh" href="${hero.src}"`)
    expect(atom).toContain(`<rights>${attribution}</rights>`)
    expect(atom).toContain('<link rel="via" title="Báo thử" href="https://example.test/"/>')
    const item = (await get('/feeds/feed.json')).json().items.find(({ id }: { id: string }) => id === `urn:uuid:${lives.published}`)
    expect([item.image, item._bantin.publisher.name, item._bantin.attribution]).toEqual([hero.src, publisher.name, attribution])
  })

  test('is narrowed by one unit, author, category or tag, has its name and address, and knows no other', async () => {
    const unitId = await createUnit(it, { name: 'Sở <Thử> & Nghiệm' })
    const [authorId, categoryId] = [await createAuthor(it), await createCategory(it)]
    const bylines = [{ authorId, role: 'text' as const }]
    const { id: siteId } = await findSite(it.database.db)
    const tagId = uuidv7()
    await it.database.db.insert(tags).values({ id: tagId, siteId, slug: 'the-rieng', name: 'Thẻ riêng' })
    const input = { units: [{ unitId, role: 'lead' as const }], bylines, categoryIds: [categoryId], tagIds: [tagId] }
    const { id } = await createPublished(it, admin, input)
    const filters = {
      unit: await slugOf('units', unitId),
      author: await slugOf('authors', authorId),
      category: await slugOf('categories', categoryId),
      tag: 'the-rieng',
    }
    for (const [kind, slug] of Object.entries(filters)) {
      for (const path of paths) {
        expect(await idsOf(`${path}?${kind}=${slug}`)).toEqual([id])
        expect((await get(`${path}?${kind}=${slug}`)).body).toContain(`http://localhost:3000${path}?${kind}=${slug}`)
        expect((await unchanged(it, () => get(`${path}?${kind}=khong-co`))).json().code).toBe('not_found')
      }
    }
    expect((await get(`/feeds/feed.json?unit=${filters.unit}`)).json()).toMatchObject({
      title: 'Sở <Thử> & Nghiệm | Cổng thông tin',
      home_page_url: `http://localhost:3000/don-vi/${filters.unit}`,
    })
  })

  test.each(['unit=a&tag=b', 'tag=a&tag=b', 'unit=A', 'tag=', 'format=news', 'limit=5', 'state=draft'])('refuses %s', async (query) => {
    for (const path of paths) {
      const answer = await unchanged(it, () => get(`${path}?${query}`))
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid_request'])
    }
  })

  test('has nothing of an archive, however new it is, before an editor brings it to the top', async () => {
    const categoryId = await createCategory(it)
    const ofCategory = `?category=${await slugOf('categories', categoryId)}`
    const all = await Promise.all(paths.map(idsOf))
    const hourAgo = new Date(Date.now() - 3_600_000)
    const old = await takeFromArchive(it, new Date('2014-05-20T01:00:00Z'), { categoryIds: [categoryId] })
    const fresh = await takeFromArchive(it, hourAgo, { categoryIds: [categoryId] })
    const listed = (await get(`/api/v1/articles${ofCategory}`)).json().data.map(({ id }: { id: string }) => id)
    expect(listed).toEqual([fresh.id, old.id])
    expect(await Promise.all(paths.map(idsOf))).toEqual(all)
    for (const path of paths) expect(await idsOf(path + ofCategory)).toEqual([])

    for (const [kind, expected] of [
      ['minor', []],
      ['major', [old.id]],
    ] as const) {
      const { version } = (await send(it, admin, 'GET', `/articles/${old.id}`)).json()
      const edited = (await send(it, admin, 'PATCH', `/articles/${old.id}`, { sapo: `Sapo ${kind}` }, version)).json()
      const published = await send(it, admin, 'POST', `/articles/${old.id}/publish`, { kind, note: 'Cập nhật' }, edited.version)
      expect(published.statusCode).toBe(200)
      for (const path of paths) expect(await idsOf(path + ofCategory)).toEqual(expected)
    }
    expect((await idsOf('/feeds/rss.xml'))[0]).toBe(old.id)
  })

  test('never has drafts, what is held, withdrawn, redirected or removed', async () => {
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
      'withdrawnDue',
    ] as const
    for (const path of paths) {
      const ids = await idsOf(path)
      for (const life of hidden) expect([life, ids.includes(lives[life])]).toEqual([life, false])
      for (const life of ['published', 'updated', 'corrected', 'putBack', 'publishedDue'] as const) expect(ids).toContain(lives[life])
    }
  })

  test('has the same bytes after a hundred drafts', async () => {
    const before = await Promise.all(paths.map(async (path) => (await get(path)).headers.etag))
    await addDraftsLike(it, lives.published, 100)
    expect(await Promise.all(paths.map(async (path) => (await get(path)).headers.etag))).toEqual(before)
  })
})

describe('the Atom feed', () => {
  const deletedOf = async () =>
    Object.fromEntries(
      [
        ...(await get('/feeds/atom.xml')).body.matchAll(
          /<at:deleted-entry ref="urn:uuid:([^"]+)" when="([^"]+)">(.*?)<\/at:deleted-entry>/g,
        ),
      ].map(([, id = '', , rest = '']) => [id, rest]),
    )

  test('tells of each article that was held, withdrawn, redirected or removed, once, by its last reason, and of none that is back', async () => {
    const deleted = await deletedOf()
    const comment = (reason: string) => `<at:comment>${reason}</at:comment>`
    const { url } = (await get(`/api/v1/articles/${lives.published}`)).json()
    expect(deleted).toEqual({
      [lives.held]: comment('held'),
      [lives.withdrawn]: comment('withdrawn'),
      [lives.withdrawnDue]: comment('withdrawn'),
      [lives.gone]: comment('removed'),
      [lives.vanished]: comment('removed'),
      [lives.redacted]: comment('personal_data'),
      [lives.redirected]: `${comment('redirected')}<link rel="related" type="text/html" href="${url}"/>`,
      [lives.redirectedToo]: `${comment('redirected')}<link rel="related" type="text/html" href="${url}"/>`,
    })
  })

  test('tells at once of one that is held, and takes it back when it is put back', async () => {
    const { id, version } = await createPublished(it, admin)
    expect(await idsOf('/feeds/atom.xml')).toContain(id)
    const held = await send(it, admin, 'POST', `/articles/${id}/hold`, {}, version)
    expect([Object.keys(await deletedOf()).includes(id), (await idsOf('/feeds/atom.xml')).includes(id)]).toEqual([true, false])
    await send(it, admin, 'POST', `/articles/${id}/put-back`, {}, held.json().version)
    expect([Object.keys(await deletedOf()).includes(id), (await idsOf('/feeds/atom.xml')).includes(id)]).toEqual([false, true])
  })
})

test('a feed of a site with many articles has the thirty newest', async () => {
  for (let n = 0; n < 30; n++) await createPublished(it, admin)
  for (const path of paths) expect(await idsOf(path)).toHaveLength(30)
})
