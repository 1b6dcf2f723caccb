import { describe, expect, test } from 'vitest'
import { fixtureApi, type Overrides, template } from '../../test/fixture-api.ts'
import { article } from '../../test/fixture-content.ts'
import { render } from './entry-server.tsx'

async function head(url: string, overrides?: Overrides): Promise<Document> {
  const { html } = await render({ url, fetch: fixtureApi(overrides).fetch, template })
  return new DOMParser().parseFromString(html, 'text/html')
}

const alternates = (document: Document) =>
  [...document.querySelectorAll<HTMLLinkElement>('link[rel="alternate"][type]')].map(({ type, title, href }) => [type, href, title])
const metas = (document: Document, name: string) =>
  [...document.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)].map((meta) => meta.content)

describe('feeds', () => {
  const feedsOf = (query: string, title: string) => [
    ['application/rss+xml', `http://localhost:3000/feeds/rss.xml${query}`, `${title} (RSS)`],
    ['application/atom+xml', `http://localhost:3000/feeds/atom.xml${query}`, `${title} (Atom)`],
    ['application/feed+json', `http://localhost:3000/feeds/feed.json${query}`, `${title} (JSON Feed)`],
  ]

  test.each([
    ['/', '', 'Cổng thông tin tỉnh'],
    ['/en', '', 'Cổng thông tin tỉnh'],
    ['/chuyen-muc/thoi-su', '?category=thoi-su', 'Thời sự | Cổng thông tin tỉnh'],
    ['/en/chuyen-muc/thoi-su', '?category=thoi-su', 'Thời sự | Cổng thông tin tỉnh'],
    ['/the/cai-cach', '?tag=cai-cach', 'Cải cách | Cổng thông tin tỉnh'],
    ['/don-vi/so-noi-vu', '?unit=so-noi-vu', 'Sở Nội vụ | Cổng thông tin tỉnh'],
    ['/tac-gia/le-minh-hanh', '?author=le-minh-hanh', 'Lê Minh Hạnh | Cổng thông tin tỉnh'],
  ])('of the page %s are named in its head', async (url, query, title) => {
    expect(alternates(await head(url))).toEqual(feedsOf(query, title))
  })

  test('are named by no page that is no list, nor by one that is not there', async () => {
    for (const url of ['/don-vi', '/chuyen-muc/khong', '/khong']) expect(alternates(await head(url))).toEqual([])
  })
})

describe('an article page', () => {
  const url = '/bai-viet/tong-ket-thi-dua'

  test('names what other pages show of the article, unless it is hidden from searches', async () => {
    const address = `http://localhost:3000/oembed?url=${encodeURIComponent(article.url)}`
    expect(alternates(await head(url))).toEqual([['application/json+oembed', address, article.title]])
    const withdrawn = { ...article, withdrawn: { reason: 'Hết hiệu lực', at: article.updatedAt } }
    expect(alternates(await head(url, { '/articles/tong-ket-thi-dua': withdrawn }))).toEqual([])
  })

  test('names those of the same text in other languages, and itself', async () => {
    const english = 'http://localhost:3000/bai-viet/emulation'
    const translations = [{ locale: 'en', url: english, apiUrl: 'http://localhost:3000/api/v1/articles/x' }]
    const links = async (overrides?: Overrides) =>
      [...(await head(url, overrides)).querySelectorAll<HTMLLinkElement>('link[hreflang]')].map(({ hreflang, href }) => [hreflang, href])
    expect(await links({ '/articles/tong-ket-thi-dua': { ...article, translations } })).toEqual([
      ['vi', article.url],
      ['en', english],
    ])
    expect(await links()).toEqual([])
  })

  test('says in Dublin Core and for citations what it is, whose, of when, and how it may be used', async () => {
    const source = { name: 'Báo "Thử" & <bạn>', url: null, author: null }
    const document = await head(url, { '/articles/tong-ket-thi-dua': { ...article, source } })
    const said = {
      'DC.title': [article.title],
      'DC.creator': ['Lê Minh Hạnh'],
      'DC.subject': ['Thời sự', 'Cải cách'],
      'DC.description': [article.sapo],
      'DC.publisher': ['Sở Nội vụ'],
      'DC.date': [article.firstPublishedAt],
      'DCTERMS.modified': [article.updatedAt],
      'DC.identifier': [article.url],
      'DC.source': [source.name],
      'DC.language': ['vi'],
      'DC.coverage': ['Hội trường tỉnh'],
      'DC.rights': ['Số 1/GP. Ghi rõ nguồn.'],
      citation_title: [article.title],
      citation_author: ['Lê Minh Hạnh'],
      citation_publication_date: ['2021/12/28'],
      citation_publisher: ['Sở Nội vụ'],
      citation_public_url: [article.url],
    }
    for (const [name, contents] of Object.entries(said)) expect([name, metas(document, name)]).toEqual([name, contents])
    const schemas = [...document.querySelectorAll('link[rel^="schema."]')].map((link) => link.getAttribute('rel'))
    expect(schemas).toEqual(['schema.DC', 'schema.DCTERMS'])
  })

  test('says nothing of the kind where there is no article', async () => {
    expect((await head('/bai-viet/khong')).querySelector('meta[name^="DC."], meta[name^="citation_"]')).toBeNull()
  })
})

test.each([
  ['/', 'Cổng thông tin tỉnh', 'vi'],
  ['/en', 'Cổng thông tin tỉnh', 'en'],
  ['/chuyen-muc/thoi-su', 'Thời sự', 'vi'],
  ['/don-vi/so-noi-vu', 'Sở Nội vụ', 'vi'],
  ['/en/tac-gia/le-minh-hanh', 'Lê Minh Hạnh', 'en'],
])('the list %s says in Dublin Core what it is, and cites nothing', async (url, title, language) => {
  const document = await head(url)
  const said = {
    'DC.title': [title],
    'DC.type': ['Collection'],
    'DC.identifier': [`http://localhost:3000${url}`],
    'DC.language': [language],
    'DC.rights': ['Số 1/GP. Ghi rõ nguồn.'],
  }
  for (const [name, contents] of Object.entries(said)) expect([name, metas(document, name)]).toEqual([name, contents])
  expect(metas(document, 'DC.publisher')).toHaveLength(1)
  expect(document.querySelector('meta[name^="citation_"]')).toBeNull()
})
