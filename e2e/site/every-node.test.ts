import type { Article, ArticleCard } from '@bantin/shared/articles'
import type { Block, Body, Inline } from '@bantin/shared/body'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { uniqueTitle } from '../support/desk.ts'
import { ask, signInAs } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { openPage } from '../support/open-page.ts'

let path: string
let picture: string

// Long ago, so that it leads no page of another test.
const firstPublishedAt = '2019-01-02T07:00:00+07:00'

beforeAll(async () => {
  const { data } = await ask<{ data: ArticleCard[] }>('/api/v1/articles?limit=100', { method: 'GET' })
  const articles = await Promise.all(data.map(({ id }) => ask<Article>(`/api/v1/articles/${id}`, { method: 'GET' })))
  const files = articles.flatMap(({ body }) => body.content).filter((block) => block.type === 'file')
  picture = articles.find(({ hero }) => hero !== null)?.hero?.id ?? ''
  const publisher = await signInAs('publisher')
  const body = everyNode(files[0]?.attrs.mediaId ?? '')
  const draft = await publisher.draft({ title: uniqueTitle('Bài có đủ mọi thành phần'), heroMediaId: picture, body })
  path = `/bai-viet/${(await publisher.change(draft, '/publish', { firstPublishedAt })).slug}`
})

const words = (text: string): Inline => [{ type: 'text', text }]
const paragraph = (text: string) => ({ type: 'paragraph' as const, content: words(text) })

function everyNode(document: string): Body {
  const figure = (caption: string) => ({
    type: 'figure' as const,
    attrs: { mediaId: picture, alt: 'Cầu', credit: 'Minh Anh' },
    content: words(caption),
  })
  const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]) => ({
    type: 'tableRow' as const,
    content: cells.map((cell) => ({ type, content: [paragraph(cell)] })),
  })
  const video = (host: 'youtube' | 'vimeo', videoId: string, more: object = {}): Block => ({
    type: 'video',
    attrs: { host, videoId, ...more },
    content: words(`Video ${host}`),
  })
  return {
    type: 'doc',
    content: [
      paragraph(`Một từ rất dài: ${'nghiêng'.repeat(30)}`),
      { type: 'heading', attrs: { level: 2 }, content: words('Mục') },
      {
        type: 'orderedList',
        attrs: { start: 9 },
        content: [
          {
            type: 'listItem',
            content: [paragraph('Một'), { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Hai')] }] }],
          },
        ],
      },
      { type: 'quote', content: [paragraph('Trích')] },
      figure('Một hình'),
      { type: 'gallery', content: [figure('Hình một'), figure('Hình hai'), figure('Hình ba')] },
      {
        type: 'table',
        content: [row('tableHeader', 'Đơn vị', '2018', '2019', '2020', '2021'), row('tableCell', 'Sở Nội vụ', '1', '2', '3', '4')],
      },
      { type: 'table', content: [row('tableHeader', 'Năm', 'Số bài'), row('tableCell', '2021', '14')] },
      { type: 'file', attrs: { mediaId: document }, content: words('Báo cáo năm') },
      video('youtube', 'dQw4w9WgXcQ', { posterId: picture }),
      { type: 'rule' },
      video('vimeo', '76979871'),
    ],
  }
}

const body = (page: Page) => page.locator('[data-article-body]')

test('a text of everything is clean for axe in light and dark, fits 320 pixels, and its wide table is scrolled by keyboard', async () => {
  const page = await openPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  await isClean(page)
  await page.setViewportSize({ width: 320, height: 640 })
  const [wide] = await body(page).getByRole('group', { name: 'Bảng' }).all()
  await wide?.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => wide?.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0)
})

test('a video of another host is asked for when its button is pressed, by keyboard too, and not before', async () => {
  const hosts = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com']
  const page = await openPage({ expected: hosts.map((host) => `foreign request: ${host}`) })
  const asked: string[] = []
  await page.route(/youtube|vimeo/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'text/html', body: '<title>Video</title>' })
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const buttons = body(page).getByRole('button', { name: 'Phát video từ' })
  expect([await buttons.count(), await page.locator('iframe').count(), asked]).toEqual([2, 0, []])
  await buttons.first().focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => asked).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1'])
  expect(await page.locator(':focus').getAttribute('title')).toBe('Video youtube')
  await buttons.click()
  await expect.poll(() => asked.at(-1)).toBe('https://player.vimeo.com/video/76979871?autoplay=1&dnt=1')
})

test('without JavaScript a video is a link to its page, tables and figures are there, and nothing else is asked for', async () => {
  const page = await openPage({ javaScript: false })
  await page.goto(path)
  const links = body(page).locator('figure > a:not([type])')
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
    ...['https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'https://vimeo.com/76979871'],
  ])
  expect(await body(page).getByRole('group', { name: 'Bảng' }).count()).toBe(2)
  expect(await body(page).locator('figure figure img').count()).toBe(3)
})
