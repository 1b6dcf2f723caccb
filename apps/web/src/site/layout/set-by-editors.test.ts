import { expect, test } from 'vitest'
import { fixtureApi, type Overrides, template } from '../../../test/fixture-api.ts'
import { content } from '../../../test/fixture-content.ts'
import type { ArticleSummary } from '../../features/articles/article-summary.ts'
import { render } from '../entry-server.tsx'
import { splitFront } from '../pages/front.ts'

const site = content['/site'] as Record<string, unknown>
const url = String(site.url)

async function page(path: string, part: object, overrides: Overrides = {}): Promise<Document> {
  const { fetch } = fixtureApi({ '/site': { ...site, ...part }, ...overrides })
  return new DOMParser().parseFromString((await render({ url: path, fetch, template })).html, 'text/html')
}

const linksIn = (part: Element | null) =>
  [...(part?.querySelectorAll('a') ?? [])].map((link) => [link.textContent, link.getAttribute('href')])

test('alerts stand above everything on every page, with their level in words and their link', async () => {
  const alerts = [
    { level: 'danger', text: 'Bão số 9', url: `${url}/bai-viet/bao`, until: null },
    { level: 'info', text: 'Lịch tiếp dân', url: null, until: null },
  ]
  const document = await page('/don-vi', { alerts })
  const aside = document.querySelector('aside[aria-label="Thông báo"]')
  expect([...(aside?.querySelectorAll('p') ?? [])].map((line) => line.textContent)).toEqual([
    'Khẩn cấp: Bão số 9',
    'Thông báo: Lịch tiếp dân',
  ])
  expect(linksIn(aside)).toEqual([['Bão số 9', '/bai-viet/bao']])
  expect(aside?.nextElementSibling?.tagName).toBe('HEADER')
  expect((await page('/don-vi', {})).querySelector('aside')).toBeNull()
})

test('menus that editors have made lead to our pages in the reader’s language, and anywhere else as they are', async () => {
  const items = [
    { name: 'Đơn vị', url: `${url}/don-vi?a=1#b` },
    { name: 'Hồ sơ', url: `${url}/tai-lieu/ho-so` },
    { name: 'Chính phủ', url: 'https://chinhphu.vn/' },
  ]
  const menus = [
    { name: 'main', items },
    { name: 'footer', items: items.slice(2) },
  ]
  const document = await page('/en/don-vi', { menus })
  expect(linksIn(document.querySelector('nav[aria-label="Sections"]'))).toEqual([
    ['Đơn vị', '/en/don-vi?a=1#b'],
    ['Hồ sơ', `${url}/tai-lieu/ho-so`],
    ['Chính phủ', 'https://chinhphu.vn/'],
  ])
  expect(document.querySelector('nav[aria-label="Sections"] a')?.getAttribute('aria-current')).toBe('page')
  expect(linksIn(document.querySelector('footer nav'))).toEqual([['Chính phủ', 'https://chinhphu.vn/']])
  const without = await page('/don-vi', {})
  expect(linksIn(without.querySelector('nav[aria-label="Chuyên mục"]'))[0]).toEqual(['Thời sự', '/chuyen-muc/thoi-su'])
})

test('the logo stands beside the name, with its size and nothing to read out', async () => {
  const img = (await page('/', { logo: { src: `${url}/media/a/1/640.webp`, width: 640, height: 160 } })).querySelector('header img')
  expect(['src', 'width', 'height', 'alt'].map((name) => img?.getAttribute(name))).toEqual([`${url}/media/a/1/640.webp`, '640', '160', ''])
})

const article = (id: string, hasPicture = false): ArticleSummary => ({
  id,
  slug: id,
  locale: 'vi',
  title: id,
  sapo: null,
  publishedAt: '2026-01-01T00:00:00+07:00',
  hero: hasPicture ? { src: '', srcset: '', alt: '' } : null,
  category: null,
  isCorrected: false,
  isWithdrawn: false,
})
const ids = (articles: ArticleSummary[]) => articles.map(({ id }) => id)

test('what editors have set leads the home page in their order; the newest follow, and nothing stands there twice', () => {
  const newest = [article('a'), article('b', true), article('c', true), article('d')]
  const front = splitFront(newest, [article('d'), article('x')])
  expect([front.lead?.id, ids(front.top), ids(front.latest)]).toEqual(['d', ['x', 'b', 'c'], ['a']])
  const alone = splitFront(newest)
  expect([alone.lead?.id, ids(alone.top), ids(alone.latest)]).toEqual(['b', ['c'], ['a', 'd']])
})

test('where what editors have set cannot be read, the newest lead the home page', async () => {
  const home = ['00000000-0000-7000-8000-000000000001']
  const { fetch: answer } = fixtureApi({ '/site': { ...site, home } })
  const { fetch: broken } = fixtureApi({ '/articles': 503 })
  const asked: string[] = []
  const fetch: typeof globalThis.fetch = (input) => {
    const isSet = String(input).includes('ids=')
    if (isSet) asked.push(String(input))
    return (isSet ? broken : answer)(input)
  }
  const { status, html } = await render({ url: '/', fetch, template })
  const titles = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('main article')
  expect([status, asked[0], titles.length > 0]).toEqual([200, `/api/v1/articles?ids=${home[0]}`, true])
})
