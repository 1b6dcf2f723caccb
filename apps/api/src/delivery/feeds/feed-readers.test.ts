import type { Article } from '@bantin/shared/articles'
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import { sql } from 'drizzle-orm'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import type { XmlElement } from 'libxml2-wasm'
import { parseFragment } from 'parse5'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attacks } from '../../../../../e2e/support/attacks.ts'
import { createAuthor, createCategory, createDraft, createUnit, send } from '../../../test/factories.ts'
import { plantFile, plantText } from '../../../test/plant-hostile.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'
import { requireValid, requireValidNews, withDocument } from '../../../test/xml-schemas.ts'

// Some of each kind make a feed; the rest come in their texts.
const titles = attacks.filter((_, n) => n % 3 === 0)

let it: TestApp
let articles: Article[]
beforeAll(async () => {
  it = await createTestApp({ limitsReads: false })
  const admin = await signIn(it, 'admin')
  for (const [n, title] of titles.entries()) {
    const words = attacks.slice(n * 3, n * 3 + 3).join(' ') || title
    const heroMediaId = await plantFile(it, 'picture', words)
    const bylines = [{ authorId: await createAuthor(it, words), role: 'text' as const }]
    const { id } = await createDraft(it, admin, {
      ...{ heroMediaId, bylines, categoryIds: [await createCategory(it, words)], unitId: await createUnit(it, { name: words }) },
      source: { name: 'Báo <thử> & "bạn"', url: 'https://example.test/?a=1&b=2', author: null },
    })
    const text = { type: 'text' as const, text: `${words}\u0001` }
    await plantText(it, id, {
      title: `${title}\u0008`,
      sapo: `${words}\u000B`,
      body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'k1' }, content: [text] }] } as Article['body'],
    })
    const published = await send(it, admin, 'POST', `/articles/${id}/publish`, {}, 1)
    if (published.statusCode !== 200) throw new Error(published.body)
  }
  const said = JSON.stringify({ licence: titles[0], reuse: titles[1] })
  await it.database.db.execute(sql`UPDATE sites SET name = ${titles[2]}, settings = settings || ${said}::jsonb`)
  articles = await read()
})
afterAll(() => it.close())

const body = async (path: string) => (await it.app.inject(path)).body

/** Each article as the API has it, in the order of the list. */
async function read(): Promise<Article[]> {
  const { data } = JSON.parse(await body('/api/v1/articles?limit=30')) as { data: Article[] }
  const all: Article[] = []
  // One after the other: on a busy machine many at once wait for a connection longer than they may.
  for (const { id } of data) all.push(JSON.parse(await body(`/api/v1/articles/${id}`)) as Article)
  return all
}

/** What every reader has to find. */
interface Found {
  title: unknown
  url: unknown
  authors: unknown[]
  published: number
  text: unknown
}

// Control characters that were planted are nowhere in XML.
const planted = ['\u0001', '\u0008', '\u000B']
const clean = (text: string) => planted.reduce((cleaned, character) => cleaned.replaceAll(character, ''), text)

function expected(): Found[] {
  return articles.map(({ title, url, bylines, firstPublishedAt, bodyHtml }) => ({
    title: clean(title),
    url,
    authors: bylines.map(({ name }) => name),
    // RSS knows no parts of seconds.
    published: Math.trunc(Date.parse(firstPublishedAt) / 1000),
    text: clean(bodyHtml),
  }))
}

const seconds = (moment: unknown) => Math.trunc(new Date(moment as string).getTime() / 1000)

describe('readers of others find titles, addresses, authors, dates and texts, however hostile they are', () => {
  test('in RSS, with feedsmith', async () => {
    const { items = [] } = parseRssFeed(await body('/feeds/rss.xml'))
    const found = items.map((item) => ({
      title: item.title,
      url: item.link,
      authors: item.dc?.creators ?? [],
      published: seconds(item.pubDate),
      text: item.content?.encoded,
    }))
    expect(found).toEqual(expected())
  })

  test('in Atom, with feedsmith', async () => {
    const { entries = [] } = parseAtomFeed(await body('/feeds/atom.xml'))
    const found = entries.map((entry) => ({
      title: entry.title?.value,
      url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      authors: entry.authors?.map(({ name }) => name) ?? [],
      published: seconds(entry.published),
      text: entry.content?.value,
    }))
    expect(found).toEqual(expected())
  })

  test('in JSON Feed, with feedsmith', async () => {
    const { items = [] } = parseJsonFeed(await body('/feeds/feed.json'))
    const found = items.map((item) => ({
      title: clean(item.title ?? ''),
      url: item.url,
      authors: item.authors?.map(({ name }) => name) ?? [],
      published: seconds(item.date_published),
      text: clean(item.content_html ?? ''),
    }))
    expect(found).toEqual(expected())
  })

  test.each([
    ['rss.xml', (path: string, options: object) => body(path).then((text) => extractFromXml(text, options)), ofRss],
    ['atom.xml', (path: string, options: object) => body(path).then((text) => extractFromXml(text, options)), ofAtom],
    ['feed.json', (path: string, options: object) => body(path).then((text) => extractFromJson(text, options)), ofJson],
  ])('in %s, with feed-extractor', async (name, extract, pick) => {
    const { entries } = await extract(`/feeds/${name}`, { getExtraEntryFields: pick, descriptionMaxLen: 0 })
    const found = (entries as unknown as (Found & { link: string; asWritten: string })[]).map(
      ({ asWritten, link, authors, published, text }) => ({
        title: clean(asWritten),
        url: link,
        authors: authors.map((author) => clean(String(author))),
        published: seconds(published),
        text: clean(String(text)),
      }),
    )
    expect(found).toEqual(expected())
  })
})

// Of a title this reader makes what it would be as HTML: what it has read is beside it.
const ofRss = (entry: Record<string, string>) => ({
  asWritten: entry.title,
  authors: [entry['dc:creator']],
  text: entry['content:encoded'],
})
const ofAtom = (entry: { title: string; author: { name: string }; content: { '#text': string } }) => ({
  asWritten: entry.title,
  authors: [entry.author.name],
  text: entry.content['#text'],
})
const ofJson = (entry: { title: string; authors: { name: string }[]; content_html: string }) => ({
  asWritten: entry.title,
  authors: entry.authors.map(({ name }) => name),
  text: entry.content_html,
})

describe('hostile texts', () => {
  test('stay texts: the feeds and maps have the elements that they have without them, and are valid', async () => {
    for (const [path, schema] of [
      ['/feeds/rss.xml', 'rss.rng'],
      ['/feeds/atom.xml', 'atom.rng'],
    ] as const)
      requireValid(await body(path), schema)
    expect(requireValidNews(await body('/sitemap-news.xml'))).toBe(titles.length)
    for (const path of ['/feeds/rss.xml', '/feeds/atom.xml', '/sitemap-news.xml', '/sitemap-portal.xml', '/sitemap-1.xml']) {
      const names = withDocument(await body(path), (document) => (document.find('//*') as XmlElement[]).map((node) => node.name))
      expect(names.filter((name) => /^(script|img|svg|iframe|style|form|x|base|meta)$/.test(name))).toEqual([])
    }
  })

  test('run nowhere when a reader takes what is HTML by custom for HTML', async () => {
    const feed = parseRssFeed(await body('/feeds/rss.xml'))
    expect(feed.items).toHaveLength(titles.length)
    for (const { description = '', content } of feed.items ?? []) {
      expect(elementsOf(description)).toEqual([])
      expect([...new Set(elementsOf(content?.encoded ?? ''))].filter((name) => !/^(p|h2|a|strong|em)$/.test(name))).toEqual([])
    }
    expect(elementsOf(feed.description ?? '')).toEqual([])
  })

  test('stay texts in what is shown of an article in the place of a link', async () => {
    for (const { url, title, bylines } of articles) {
      const shown = JSON.parse(await body(`/oembed?${new URLSearchParams({ url })}`))
      expect([shown.title, shown.author_name, shown.html]).toEqual([title, bylines[0]?.name, undefined])
    }
  })
})

/** The elements that a browser would make of it. */
function elementsOf(html: string): string[] {
  interface Node {
    nodeName: string
    childNodes?: Node[]
  }
  const names = ({ nodeName, childNodes = [] }: Node): string[] => [nodeName, ...childNodes.flatMap(names)]
  return (parseFragment(html) as Node).childNodes?.flatMap(names).filter((name) => !name.startsWith('#')) ?? []
}
