import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asked, ask } from '../../test/ask.ts'
import { createAuthor, createCategory, createPicture, createPublished, createUnit, send } from '../../test/factories.ts'
import { openReads } from '../../test/open-reads.ts'
import { type SignedInForTest, signIn } from '../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { unchanged } from '../../test/unchanged.ts'
import type { WebBuild } from '../pages/web-build.ts'

/** A web that shows all it was handed: the address, and what the API says of the site and of the newest articles. */
const web: WebBuild = {
  clientDir: '/khong-co',
  template: '',
  desk: '<desk>',
  render: async ({ url, fetch }) => {
    const read = async (path: string) => await (await fetch(path)).text()
    const shown = [url, await read('/api/v1/site'), await read('/api/v1/articles?limit=1')].join('\n')
    return url.startsWith('/cu') ? { status: 404, html: shown } : { status: 200, html: shown }
  },
}

const foreign = 'evil.example'

let it: TestApp
let publisher: SignedInForTest
let origin: string
let paths: string[]
/** Of each path, as whoever sends nothing odd has it. */
const usual = new Map<string, Asked>()

beforeAll(async () => {
  // What the proxy before us says is believed of addresses: it is to be of no effect on answers all the same.
  it = await createTestApp({ limitsReads: false, trustedProxies: ['127.0.0.0/8'] }, { web })
  publisher = await signIn(it, 'publisher')
  paths = await everyPath()
  origin = await it.app.listen({ port: 0, host: '127.0.0.1' })
  for (const path of paths) usual.set(path, await ask(origin + path))
})
afterAll(() => it.close())

/** Every open read, some of which lead nowhere, and one of each thing that has an address of its own. */
async function everyPath(): Promise<string[]> {
  const [author, unit, category] = [await createAuthor(it), await createUnit(it), await createCategory(it)]
  const { id: heroMediaId, path: picture } = await createPicture(it)
  const { id, slug } = await createPublished(it, publisher, {
    ...{ heroMediaId, bylines: [{ authorId: author, role: 'text' }], units: [{ unitId: unit, role: 'lead' }], categoryIds: [category] },
  })
  await createPublished(it, publisher, { categoryIds: [category] })
  await it.database.db.execute(
    sql`INSERT INTO article_slugs (site_id, slug, article_id, current) SELECT site_id, 'ten-cu', id, false FROM articles WHERE id = ${id}`,
  )
  const redirect = await send(it, publisher, 'POST', '/redirects', { fromPathQuery: '/cu.aspx?id=1', url: `/bai-viet/${slug}` })
  if (redirect.statusCode !== 201) throw new Error(redirect.body)
  const contact = JSON.stringify({ contacts: { email: 'toa-soan@example.vn' } })
  await it.database.db.execute(sql`UPDATE sites SET settings = settings || ${contact}::jsonb`)
  const { bylines, categories, units } = (await it.app.inject(`/api/v1/articles/${id}`)).json()
  const ofArticle = ['', '/editions', '/editions/1'].map((rest) => `/api/v1/articles/${id}${rest}`)
  const ofOthers = [`authors/${bylines[0].slug}`, `units/${units[0].slug}`, 'articles?limit=1', `articles?category=${categories[0].slug}`]
  const address = encodeURIComponent(`http://localhost:3000/bai-viet/${slug}`)
  const all = [
    ...openReads(it).map(({ url }) => url),
    ...ofArticle,
    ...ofOthers.map((rest) => `/api/v1/${rest}`),
    ...[`/api/v1/articles/${slug}`, '/api/v1/articles/ten-cu', '/api/v1', '/openapi.json', picture],
    ...[`/api/v1/lookup?url=${address}`, `/oembed?url=${address}`, '/sitemap-1.xml', '/sitemap-portal.xml', '/sitemap-authors.xml'],
    ...['/', '/en', `/bai-viet/${slug}?fbclid=1`, '/cu.aspx?id=1', '/cu-khong-co', '/api/v1/khong-co', '/dang-nhap'],
  ]
  return [...new Set(all)]
}

/** All that is the answer's own, and not that of its moment. */
const told = ({ status, headers, bytes }: Asked) => {
  const { date, 'x-request-id': _id, 'cache-status': _from, ...own } = headers
  // The counters are of the last ten seconds.
  return { status, headers: own, bytes: bytes.toString('latin1').replace(/"asOf":"[^"]+"/, '"asOf":"…"') }
}
const fromCache = ({ headers }: Asked) => headers['cache-status']?.replace(/;.*?(hit|fwd=miss).*/, ' $1')

test('there is something to ask for: answers that are kept and such that are not, of each form, with addresses in them', () => {
  const answers = [...usual.values()]
  expect(answers.filter((answer) => fromCache(answer) === 'bantin fwd=miss').length).toBeGreaterThan(25)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 400, 404, 308]))
  const said = answers.map(({ bytes, headers }) => `${headers.link} ${headers.location} ${bytes}`)
  expect(said.filter((text) => text.includes('http://localhost:3000/')).length).toBeGreaterThan(20)
})

const oddities: [string, (path: string) => Record<string, string>][] = [
  ['Host', () => ({ host: foreign })],
  ['X-Forwarded-Host', () => ({ 'x-forwarded-host': foreign, 'x-host': foreign, 'x-forwarded-server': foreign })],
  ['Forwarded', () => ({ forwarded: `for=192.0.2.1;host=${foreign};proto=https`, via: `1.1 ${foreign}` })],
  [
    'X-Forwarded-Proto',
    () => ({ 'x-forwarded-proto': 'https', 'x-forwarded-scheme': 'https', 'x-forwarded-ssl': 'on', 'front-end-https': 'on' }),
  ],
  ['X-Forwarded-Port', () => ({ 'x-forwarded-port': '8443', 'x-forwarded-prefix': `//${foreign}`, 'x-forwarded-path': `//${foreign}` })],
  ['X-Forwarded-For', () => ({ 'x-forwarded-for': '192.0.2.1, 127.0.0.1', 'x-real-ip': '192.0.2.1', 'true-client-ip': '192.0.2.1' })],
  ['X-Original-URL', () => ({ 'x-original-url': '/api/v1/site', 'x-rewrite-url': `//${foreign}/`, 'x-original-host': foreign })],
  ['X-HTTP-Method-Override', () => ({ 'x-http-method-override': 'DELETE', 'x-http-method': 'POST', 'x-method-override': 'PUT' })],
  ['Authorization', () => ({ authorization: 'Bearer x' })],
  ['Authorization of an editor', () => ({ authorization: publisher.authorization })],
  ['Cookie', () => ({ cookie: `__Host-refresh=x; refresh=x; session=${publisher.sessionId}; locale=en` })],
  [
    'what browsers say of their pages',
    () => ({ origin: `https://${foreign}`, referer: `https://${foreign}/`, 'sec-fetch-site': 'cross-site' }),
  ],
  [
    'what browsers say of themselves',
    () => ({ 'user-agent': foreign, 'accept-language': 'en', accept: 'text/html', dnt: '1', 'save-data': 'on' }),
  ],
  [
    'what asks for an answer of its own',
    () => ({ 'cache-control': 'no-cache', pragma: 'no-cache', 'x-purge': '1', 'x-requested-with': foreign }),
  ],
]

test.each(oddities)('with %s an answer is the same to the byte, and so is what the next reader gets of it', async (_name, headersFor) => {
  // Everything is to be read anew, for whoever sends what is odd.
  await it.database.db.execute(sql`UPDATE sites SET name = name`)
  await it.app.catchUp()
  await unchanged(it, async () => {
    for (const path of paths) {
      const known = usual.get(path) as Asked
      const [odd, next] = [await ask(origin + path, headersFor(path)), await ask(origin + path)]
      expect([path, told(odd)]).toEqual([path, told(known)])
      expect([path, told(next)]).toEqual([path, told(known)])
      const isKept = known.headers['cache-status'] !== undefined
      expect([path, fromCache(odd), fromCache(next)]).toEqual([
        path,
        ...(isKept ? ['bantin fwd=miss', 'bantin hit'] : [undefined, undefined]),
      ])
    }
  })
})

test('an address with a foreign host before its path is that path, at our own host', async () => {
  for (const path of paths) {
    const answer = await ask(origin, {}, 'GET', `http://${foreign}${path}`)
    expect([path, told(answer)]).toEqual([path, told(usual.get(path) as Asked)])
  }
})
