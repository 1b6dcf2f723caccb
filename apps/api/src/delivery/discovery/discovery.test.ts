import type { ApiIndex, ApiLink } from '@bantin/shared/discovery'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPerson, addPost } from '../../../test/dated-units.ts'
import { createEveryState } from '../../../test/every-state.ts'
import { createPublished, createUnit, send } from '../../../test/factories.ts'
import { type SignedInForTest, signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { unchanged } from '../../../test/unchanged.ts'
import { policy } from '../../policy.ts'

let it: TestApp
let admin: SignedInForTest
let lives: Awaited<ReturnType<typeof createEveryState>>
beforeAll(async () => {
  it = await createTestApp({ limitsReads: false })
  admin = await signIn(it, 'admin')
  lives = await createEveryState(it, admin)
  const postId = await addPost(it.database.db, await createUnit(it), 'Giám đốc')
  const [appointmentId = ''] = await addPerson(it.database.db, { slug: 'tran-an', fullName: 'Trần An' }, { postId, period: '(,)' })
  const named = { type: 'person' as const, attrs: { appointmentId, text: 'Ông Trần An' } }
  await createPublished(it, admin, { body: { type: 'doc', content: [{ type: 'paragraph', content: [named] }] } })
})
afterAll(() => it.close())

const origin = 'http://localhost:3000'
const get = async (path: string, headers: Record<string, string> = {}) => await it.app.inject({ url: path, headers })
const embed = async (url: string, rest: Record<string, string> = {}) => await get(`/oembed?${new URLSearchParams({ url, ...rest })}`)

describe('oEmbed', () => {
  test('shows of an article its title, authors and lead picture, by its address in either language and any query', async () => {
    const { url, title, bylines, hero } = (await get(`/api/v1/articles/${lives.published}`)).json()
    const answer = await embed(url)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8'])
    expect(answer.json()).toEqual({
      version: '1.0',
      type: 'link',
      title,
      author_name: bylines.map(({ name }: { name: string }) => name).join(', '),
      author_url: bylines[0].url,
      provider_name: 'Cổng thông tin',
      provider_url: `${origin}/`,
      thumbnail_url: hero.src,
      thumbnail_width: 640,
      thumbnail_height: 360,
    })
    for (const same of [url.replace('/bai-viet', '/en/bai-viet'), `${url}?fbclid=1#x`]) expect((await embed(same)).body).toBe(answer.body)
    expect((await embed(url, { format: 'json' })).body).toBe(answer.body)
  })

  test('gives a picture that fits, or none', async () => {
    const { url } = (await get(`/api/v1/articles/${lives.published}`)).json()
    expect((await embed(url, { maxwidth: '640', maxheight: '360' })).json().thumbnail_width).toBe(640)
    for (const limit of [{ maxwidth: '639' }, { maxheight: '359' }]) {
      expect(Object.keys((await embed(url, limit)).json()).filter((name) => name.startsWith('thumbnail'))).toEqual([])
    }
  })

  test('finds an article by an old slug', async () => {
    const { id, slug } = await createPublished(it, admin)
    await it.database.db.execute(
      sql`INSERT INTO article_slugs (site_id, slug, article_id, current) SELECT site_id, 'ten-cu', id, false FROM articles WHERE id = ${id}`,
    )
    expect((await embed(`${origin}/bai-viet/ten-cu`)).body).toBe((await embed(`${origin}/bai-viet/${slug}`)).body)
  })

  test('answers the same 404 for what is hidden, foreign, no article or not there', async () => {
    const hidden = ['draft', 'scheduled', 'held', 'withdrawn', 'gone', 'vanished', 'redirected'] as const
    const slugs = await Promise.all(
      hidden.map(async (name) => (await send(it, admin, 'GET', `/articles/${lives[name]}`)).json().slug ?? 'bai-thu'),
    )
    const { slug, categories } = (await get(`/api/v1/articles/${lives.published}`)).json()
    const foreign = ['https://example.org', 'http://localhost:3001', 'http://localhost:3000@example.org', 'https://localhost:3000']
    const others = [
      'khong',
      'javascript:alert(1)',
      `${origin}/`,
      `${origin}/api/v1/articles/${lives.published}`,
      `${origin}/xem-truoc/x`,
      categories[0].url,
    ]
    const urls = [...slugs.map((one) => `${origin}/bai-viet/${one}`), ...foreign.map((one) => `${one}/bai-viet/${slug}`), ...others]
    const answers = await unchanged(it, () => Promise.all(urls.map((url) => embed(url))))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(urls.map(() => 404))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  })

  test.each(['', 'url=', 'url=a&format=xml', 'url=a&maxwidth=0', 'url=a&maxheight=x', 'url=a&callback=f', 'url=a&url=b'])(
    'refuses ?%s',
    async (query) => {
      expect((await unchanged(it, () => get(`/oembed?${query}`))).statusCode).toBe(400)
    },
  )
})

describe('the index of the API', () => {
  const expand = ({ href }: ApiLink) => href.replace(/\{\?[^}]*\}/, '').replaceAll(/\{(\w+)\}/g, ':$1')

  test('names every route that is open to all, the feeds and the maps, with their parameters', async () => {
    const answer = await get('/api/v1')
    expect(answer.statusCode).toBe(200)
    const index: ApiIndex = answer.json()
    const open = Object.entries(policy).filter(
      ([name, access]) => name.startsWith('GET ') && access === 'anyone' && !/^GET \/(auth|$)/.test(name),
    )
    const expected = open.map(([name]) => name.replace('GET ', `${origin}/api/v1`))
    expect(index.routes.map(expand)).toEqual(
      expect.arrayContaining([...expected, `${origin}/feeds/rss.xml`, `${origin}/sitemap.xml`, `${origin}/oembed`]),
    )
    expect(index.routes.map(expand).join()).not.toMatch(/editorial|previews|opinions|metrics|healthz/)
    expect(index.routes.find(({ href }) => href.startsWith(`${origin}/oembed`))?.href).toBe(
      `${origin}/oembed{?url,maxwidth,maxheight,format}`,
    )
  })

  test('leads to what is there', async () => {
    const index: ApiIndex = (await get('/api/v1')).json()
    const plain = index.routes.map(expand).filter((href) => !/:\w+(\.|\/|$)|security/.test(href.replace(origin, '')))
    for (const href of [...plain, index.documentation, index.forPortals, index.openapi, index.problems, index.changes.start]) {
      const { statusCode, body } = await get(href.replace(origin, ''))
      // Some cannot do without a parameter, and there is no dump yet: each says so, and none that there is no such address.
      expect([href, statusCode < 400 || /"missing"|"dump_not_there"/.test(body)]).toEqual([href, true])
    }
    expect((await get('/api/v1', { host: 'evil.example' })).body).toBe((await get('/api/v1')).body)
    expect((await get('/api/v1?x=1')).statusCode).toBe(400)
  })
})

test('the catalog of interfaces leads to the API, its description and its pages (RFC 9727)', async () => {
  const answer = await get('/.well-known/api-catalog', { host: 'evil.example' })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    200,
    expect.stringMatching(/^application\/linkset\+json; profile="https:\/\/www\.rfc-editor\.org\/info\/rfc9727"/),
  ])
  expect(answer.json().linkset).toEqual([
    { anchor: `${origin}/.well-known/api-catalog`, item: [{ href: `${origin}/api/v1`, title: 'Bản Tin' }] },
    expect.objectContaining({ anchor: `${origin}/api/v1`, 'service-desc': [{ href: `${origin}/openapi.json`, type: 'application/json' }] }),
  ])
  const head = await it.app.inject({ method: 'HEAD', url: '/.well-known/api-catalog' })
  expect([head.statusCode, head.headers.link]).toEqual([
    200,
    `<${origin}/.well-known/api-catalog>; rel="api-catalog", <${origin}/api/v1>; rel="item"`,
  ])
  expect((await get('/.well-known/api-catalog?x=1')).statusCode).toBe(400)
})

describe('security.txt', () => {
  const setContacts = async (contacts: object) =>
    await it.database.db.execute(sql`UPDATE sites SET settings = settings || ${JSON.stringify({ contacts })}::jsonb`)

  test('is 404 while nobody is named, and refuses parameters', async () => {
    expect((await get('/.well-known/security.txt')).json().code).toBe('not_found')
    expect((await get('/.well-known/security.txt?x=1')).statusCode).toBe(400)
  })

  test.each([
    [{ email: 'a@example.gov.vn', phone: '(0236) 3 000' }, 'mailto:a@example.gov.vn'],
    [{ phone: '(0236) 3 000' }, 'tel:02363000'],
    [{ email: 'a@example.gov.vn\nContact: https://evil.example' }, 'mailto:a@example.gov.vn%0AContact:%20https://evil.example'],
  ])('of %j names the contact and a day to come, less than a year ahead', async (contacts, contact) => {
    await setContacts(contacts)
    const { statusCode, headers, body } = await get('/.well-known/security.txt', { host: 'evil.example.org' })
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    const fields = body
      .trim()
      .split('\n')
      .map((line) => line.split(': ', 2))
    expect(fields.map(([name]) => name)).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical'])
    expect([fields[0]?.[1], fields[3]?.[1]]).toEqual([contact, `${origin}/.well-known/security.txt`])
    const days = (Date.parse(fields[1]?.[1] ?? '') - Date.now()) / 86_400_000
    expect([days > 1, days < 365]).toEqual([true, true])
  })
})

describe('the description of the search', () => {
  test('leads to the search page, under a name as long as the format takes, whatever Host was asked', async () => {
    const describeAs = async (name: string, shortName: string | null) => {
      const settings = JSON.stringify({ shortName })
      await it.database.db.execute(sql`UPDATE sites SET name = ${name}, settings = settings || ${settings}::jsonb`)
      const { statusCode, headers, body } = await get('/opensearch.xml', { host: 'evil.example.org' })
      expect([statusCode, headers['content-type']]).toEqual([200, 'application/opensearchdescription+xml; charset=utf-8'])
      expect(body).toContain(`template="${origin}/tim-kiem?q={searchTerms}"`)
      return ['ShortName', 'LongName'].map((part) => new RegExp(`<${part}>(.*)</${part}>`).exec(body)?.[1])
    }
    expect(await describeAs('Cổng A & <B>', 'Cổng A')).toEqual(['Cổng A', 'Cổng A &amp; &lt;B&gt;'])
    const long = 'Cổng thông tin điện tử thi đua, khen thưởng của tỉnh Quảng Phú'
    expect(await describeAs(long, null)).toEqual(['Cổng thông tin', 'Cổng thông tin điện tử thi đua, khen thưởng của'])
    expect(await describeAs('a'.repeat(60), null)).toEqual(['a'.repeat(16), 'a'.repeat(48)])
    expect((await get('/opensearch.xml?x=1')).statusCode).toBe(400)
  })
})

test.each(['/feeds/atom.xml', '/oembed', '/sitemap-1.xml', '/.well-known/api-catalog', '/api/v1/articles'])(
  'a script of any origin may ask %s with headers of its own, and its browser first',
  async (url) => {
    const headers = {
      origin: 'https://example.org',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-of-its-own',
    }
    const answer = await it.app.inject({ method: 'OPTIONS', url, headers })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers': 'x-of-its-own',
    })
  },
)

test.each(['/', '/tin-tuc', '/feeds/nothing.xml', '/ban-bien-tap'])(
  'no script of another origin is told that it may ask %s',
  async (url) => {
    const headers = { origin: 'https://example.org', 'access-control-request-method': 'GET' }
    expect((await it.app.inject({ method: 'OPTIONS', url, headers })).headers['access-control-allow-origin']).toBeUndefined()
  },
)
