import { describe, expect, test } from 'vitest'
import { FixtureProblem, fixtureApi, type Overrides, template } from '../../test/fixture-api.ts'
import { article, content } from '../../test/fixture-content.ts'
import { render } from './entry-server.tsx'

const page = (url: string, overrides?: Overrides) => render({ url, fetch: fixtureApi(overrides).fetch, template })
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')
const meta = (html: string, name: string) =>
  parse(html).querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')

describe('an article page', () => {
  test('carries title, canonical address, Open Graph and structured data, whatever characters the article has', async () => {
    const { status, html } = await page('/bai-viet/tong-ket-thi-dua?fbclid=1')
    expect(status).toBe(200)
    const document = parse(html)
    expect(document.title).toBe(`${article.title} | Cổng thông tin tỉnh`)
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(article.url)
    expect(meta(html, 'og:title')).toBe(article.title)
    expect(meta(html, 'description')).toBe(article.sapo)
    expect(['og:image', 'og:image:width', 'og:image:height', 'og:image:alt'].map((name) => meta(html, name))).toEqual([
      ...[article.hero?.share, '1200', '630', article.hero?.alt],
    ])
    expect(JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '')).toMatchObject({
      '@type': 'NewsArticle',
      headline: article.title,
      datePublished: article.firstPublishedAt,
      dateModified: article.updatedAt,
      author: [{ name: 'Lê Minh Hạnh' }],
      publisher: { name: 'Sở Nội vụ' },
      image: [{ url: article.hero?.src }],
    })
    expect(document.querySelector('main h1')?.textContent).toBe(article.title)
  })

  test('names people with the titles and units of its day, and leads on from a unit that has ended', async () => {
    const stub = (slug: string, name: string) => ({ id: slug, slug, name, url: `http://localhost:3000/don-vi/${slug}` })
    const ended = {
      ...stub('so-ke-hoach', 'Sở Kế hoạch'),
      role: 'lead',
      closedOn: '2025-03-01',
      successors: [stub('so-tai-chinh', 'Sở Tài chính')],
    }
    const url = 'http://localhost:3000/nguoi/tran-thi-b'
    const appointments = [{ id: 'b', name: 'Trần Thị B', post: 'Giám đốc', unit: stub('so-ke-hoach', 'Sở Kế hoạch'), url }]
    const overrides = { '/articles/tong-ket-thi-dua': { ...article, units: [ended], appointments } }
    const facts = parse((await page('/en/bai-viet/tong-ket-thi-dua', overrides)).html).querySelectorAll('article section dl li')
    expect([...facts].map((each) => each.textContent).slice(0, 2)).toEqual([
      'Sở Kế hoạch (now Sở Tài chính)',
      'Trần Thị B, Giám đốc, Sở Kế hoạch',
    ])
    const links = [...(facts[1]?.querySelectorAll('a') ?? [])].map((each) => each.getAttribute('href'))
    expect(links).toEqual(['/en/nguoi/tran-thi-b', '/en/don-vi/so-ke-hoach'])
  })

  test('asks in advance for the very file of the lead picture that the browser will choose', async () => {
    const preloadOf = async (overrides?: Overrides) => {
      const document = parse((await page('/bai-viet/tong-ket-thi-dua', overrides)).html)
      const [link] = document.querySelectorAll('link[rel="preload"][as="image"]')
      const first = document.querySelector('main picture source, main picture img')
      expect(document.querySelectorAll('link[rel="preload"][as="image"]')).toHaveLength(1)
      expect(link?.getAttribute('imagesizes')).toBe(first?.getAttribute('sizes'))
      expect(link?.getAttribute('imagesrcset')).toBe(first?.getAttribute('srcset'))
      return ['type', 'href', 'imagesrcset'].map((name) => link?.getAttribute(name) ?? null)
    }
    const hero = article.hero as NonNullable<typeof article.hero>
    expect(await preloadOf()).toEqual(['image/avif', null, hero.avifSrcset])
    const at = '/articles/tong-ket-thi-dua'
    expect(await preloadOf({ [at]: { ...article, hero: { ...hero, avifSrcset: '' } } })).toEqual([null, hero.src, hero.srcset])
    const first = { ...hero, avifSrcset: '', srcset: '', share: hero.src }
    const html = (await page('/bai-viet/tong-ket-thi-dua', { [at]: { ...article, hero: first } })).html
    expect(await preloadOf({ [at]: { ...article, hero: first } })).toEqual([null, hero.src, null])
    expect(['og:image', 'og:image:width'].map((name) => meta(html, name))).toEqual([hero.src, '1280'])
  })

  test('sets what an editor has chosen before more of its category, each once', async () => {
    const besides = async (overrides?: Overrides) => {
      const aside = parse((await page('/bai-viet/tong-ket-thi-dua', overrides)).html).querySelector('aside[aria-labelledby="related"]')
      return [aside?.querySelector('h2'), ...(aside?.querySelectorAll('h3 a') ?? [])].map((one) => one?.textContent)
    }
    const more = (await besides()).slice(1)
    const { id, hero } = article
    const chosen = {
      id: `${id.slice(0, -1)}9`,
      slug: 'bai-chon',
      title: 'Bài được chọn',
      url: '',
      apiUrl: '',
      publishedAt: article.publishedAt,
      hero,
    }
    const related = [chosen]
    expect(await besides({ '/articles/tong-ket-thi-dua': { ...article, related } })).toEqual([
      'Bài liên quan',
      chosen.title,
      ...more.slice(0, 4),
    ])
  })

  test('sends the text once, and nothing that runs or styles inline', async () => {
    const { html } = await page('/bai-viet/tong-ket-thi-dua')
    expect(html.split('Đoạn &lt;một&gt; &amp; hai').length - 1).toBe(1)
    expect(parse(html).querySelector('[data-article-body]')?.innerHTML).toContain('<h2>Mục</h2>')
    const scripts = [...parse(html).querySelectorAll('script')].filter(({ type, src }) => type === 'module' || (type === '' && !src))
    expect(scripts.map(({ src, textContent }) => [new URL(src).pathname, textContent])).toEqual([['/assets/site.js', '']])
    expect(parse(html).querySelector('[style], style, [onclick], [onload]')).toBeNull()
  })

  test('says weekday, date, event, correction and edition', async () => {
    const words = parse((await page('/bai-viet/tong-ket-thi-dua')).html).querySelector('main')?.textContent ?? ''
    for (const part of [
      'Thứ ba, 28/12/2021, 07:05',
      'Cập nhật: Thứ tư, 29/12/2021',
      '27/12/2021 – 28/12/2021',
      'Đính chính',
      'sha256:abc',
    ]) {
      expect(words).toContain(part)
    }
  })

  test('moves for good from an old slug to the current one, in the language that was asked for', async () => {
    expect(await page('/en/bai-viet/ten-cu?x=1')).toMatchObject({
      status: 308,
      html: '',
      headers: { location: '/en/bai-viet/tong-ket-thi-dua' },
    })
  })

  test('moves for good from a former slug of an author, a person or a unit to that of today, with the day asked about', async () => {
    const moves = [
      ['authors', '/tac-gia', 'le-minh-hanh', ''],
      ['people', '/nguoi', 'tran-an', ''],
      ['units', '/don-vi', 'so-noi-vu', '?ngay=2021-12-28'],
    ] as const
    for (const [noun, of, slug, query] of moves) {
      const overrides = { [`/${noun}/ten-cu`]: content[`/${noun}/${slug}`] as object }
      expect(await page(`/en${of}/ten-cu${query}`, overrides)).toMatchObject({
        status: 308,
        html: '',
        headers: { location: `/en${of}/${slug}${query}` },
      })
    }
  })

  test('moves for good from an article to the one that took its place, in the language that was asked for', async () => {
    const replaced = new FixtureProblem({ status: 410, code: 'article_redirected', replacedBy: article.id })
    const overrides = { '/articles/bai-da-thay': replaced, [`/articles/${article.id}`]: article }
    for (const prefix of ['', '/en']) {
      expect(await page(`${prefix}/bai-viet/bai-da-thay?x=1`, overrides)).toMatchObject({
        status: 308,
        html: '',
        headers: { location: `${prefix}/bai-viet/tong-ket-thi-dua` },
      })
    }
  })

  test('says that it was taken down when the one that took its place has gone meanwhile', async () => {
    const replaced = new FixtureProblem({ status: 410, code: 'article_redirected', replacedBy: article.id })
    const answer = await page('/bai-viet/bai-da-thay', { '/articles/bai-da-thay': replaced, [`/articles/${article.id}`]: 410 })
    expect([answer.status, parse(answer.html).title]).toEqual([410, expect.stringContaining('Bài đã được gỡ')])
  })
})

describe('a page in English', () => {
  test('writes its dates in words, and says once that articles are in Vietnamese; the Vietnamese page does not', async () => {
    for (const path of ['', '/bai-viet/tong-ket-thi-dua', '/chuyen-muc/thoi-su']) {
      const english = parse((await page(`/en${path}`)).html)
      const times = [...english.querySelectorAll('time')].map((time) => time.closest('[lang]')?.getAttribute('lang'))
      expect(new Set(times)).toEqual(new Set(['en']))
      const words = english.body.textContent ?? ''
      expect(words.split('Articles are in Vietnamese.').length - 1).toBe(1)
      expect(words).toContain('28 December 2021')
      expect(words).not.toMatch(/\d\d\/\d\d\/\d{4}/)
      expect((await page(path || '/')).html).not.toContain('Articles are')
    }
  })
})

describe('a page that cannot be shown', () => {
  test('unknown: 404 with the site around it', async () => {
    for (const url of [
      '/khong',
      '/bai-viet/khong',
      '/don-vi/khong',
      '/tac-gia/khong',
      '/the/khong',
      '/chuyen-muc/khong',
      '/bai-viet/%E0%A4%A',
      '/EN',
    ]) {
      const { status, html } = await page(url)
      expect([url, status]).toEqual([url, 404])
      expect(meta(html, 'robots')).toBe('noindex')
      expect(parse(html).querySelector('h1')?.textContent).toBe('Không tìm thấy trang')
      expect(parse(html).querySelector('nav a[href="/chuyen-muc/thoi-su"]')).not.toBeNull()
    }
  })

  test('taken down: 410 and says so', async () => {
    const { status, html } = await page('/bai-viet/tong-ket-thi-dua', { '/articles/tong-ket-thi-dua': 410 })
    expect(status).toBe(410)
    expect(parse(html).title).toContain('Bài đã được gỡ')
  })

  test('an unreadable subject: 503 with a reason for the log, a page that needs no script, and the way to try again', async () => {
    for (const missing of ['/articles', '/site', '/categories']) {
      const { status, html, headers, failure } = await page('/', { [missing]: 503 })
      expect([missing, status, headers]).toEqual([missing, 503, { 'retry-after': '30' }])
      expect(failure).toBeInstanceOf(Error)
      expect(parse(html).querySelector('script')).toBeNull()
      expect(parse(html).querySelector('main a[href="/"]')?.textContent).toBe('Thử lại')
    }
  })

  test('without counters a page is still a page', async () => {
    const { status, html } = await page('/', { '/analytics/summary': 503, '/units': 503 })
    expect(status).toBe(200)
    expect(parse(html).querySelector('[data-counter="total"]')?.textContent).toBe('–')
  })
})

describe('addresses', () => {
  test('a trailing slash of a known page is dropped; nothing leads to another host', async () => {
    expect(await page('/don-vi/?trang=2')).toMatchObject({ status: 308, headers: { location: '/don-vi?trang=2' } })
    for (const url of ['//example.com/', '/\\example.com/', '/.//example.com/', '//example.com//'])
      expect((await page(url)).status).toBe(404)
  })

  test('a cursor that is not one begins the list anew', async () => {
    const answer = await page('/chuyen-muc/thoi-su?sau=x', { '/articles': 400 })
    expect(answer).toMatchObject({ status: 302, headers: { location: '/chuyen-muc/thoi-su' } })
  })

  test('only the first page of a list is offered to searches; each language names the other', async () => {
    expect(meta((await page('/chuyen-muc/thoi-su')).html, 'robots')).toBeUndefined()
    const { html } = await page('/en/chuyen-muc/thoi-su?sau=abc')
    expect(meta(html, 'robots')).toBe('noindex')
    const alternates = [...parse(html).querySelectorAll('link[rel="alternate"][hreflang]')].map((link) => link.getAttribute('href'))
    expect(alternates).toEqual(['http://localhost:3000/chuyen-muc/thoi-su', 'http://localhost:3000/en/chuyen-muc/thoi-su'])
  })
})
