import { describe, expect, test } from 'vitest'
import { fixtureApi, template } from '../../test/fixture-api.ts'
import { article } from '../../test/fixture-content.ts'
import { render } from './entry-server.tsx'

const page = (url: string) => render({ url, fetch: fixtureApi().fetch, template })
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html')

describe('a tag', () => {
  test('has a page where the API says it has, with its name as title and heading', async () => {
    const tag = article.tags[0]
    const { status, html } = await page(new URL(tag?.url ?? '').pathname)
    expect([status, parse(html).title]).toEqual([200, 'Cải cách | Cổng thông tin tỉnh'])
    expect(parse(html).querySelector('main h1')?.textContent).toBe('Cải cách')
    expect(parse(html).querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(tag?.url)
  })

  test('is linked to from the foot of its articles, in the language of the page', async () => {
    for (const base of ['', '/en']) {
      const link = parse((await page(`${base}/bai-viet/tong-ket-thi-dua`)).html).querySelector(`article a[href="${base}/the/cai-cach"]`)
      expect(link?.textContent).toBe('Cải cách')
    }
  })
})
