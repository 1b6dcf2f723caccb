import type { VisitDays } from '@bantin/shared/analytics'
import { act } from '@testing-library/react'
import { createRoot } from 'react-dom/client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { fixtureApi, type Overrides, template } from '../../test/fixture-api.ts'
import { content } from '../../test/fixture-content.ts'
import { createApiClient } from '../lib/api-client.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { SiteApp } from './app.tsx'
import { render } from './entry-server.tsx'

const days = content['/analytics/days'] as VisitDays

/** The page as the server sends it. */
async function open(url = '/thong-ke', overrides?: Overrides) {
  const { fetch, asked } = fixtureApi(overrides)
  const { status, html } = await render({ url, fetch, template })
  const document = new DOMParser().parseFromString(html, 'text/html')
  return { status, document, main: document.querySelector('main') as HTMLElement, asked }
}

const textsOf = (main: HTMLElement, selector: string) => [...main.querySelectorAll(selector)].map((one) => one.textContent)

test('the page of statistics has the counters, a chart and a table of the same numbers, and the most read articles, in either language', async () => {
  const { status, document, main, asked } = await open()
  expect([status, document.title]).toEqual([200, 'Thống kê truy cập | Cổng thông tin tỉnh'])
  expect(textsOf(main, '[data-counter]')).toEqual(['16', '412', '6.359', '714.464'])
  const rows = textsOf(main, 'tbody td').map((text) => Number(text?.replace('.', '')))
  expect(rows).toEqual(days.data.map(({ visits }) => visits).toReversed())
  expect(textsOf(main, 'tbody th')[0]).toBe('Thứ ba, 28/12/2021 (hôm nay)')
  expect(textsOf(main, 'tfoot td')).toEqual([rows.reduce((sum, visits) => sum + visits, 0).toLocaleString('vi-VN')])
  const heights = [...main.querySelectorAll('svg g rect:last-child')].map((bar) => Number(bar.getAttribute('height')))
  const highest = Math.max(...rows)
  expect(heights.map((height) => height / Math.max(...heights))).toEqual(
    rows.toReversed().map((visits) => expect.closeTo(visits / highest, 9)),
  )
  expect(main.querySelector('svg')?.getAttribute('aria-label')).toContain('Ngày cao nhất là Thứ hai, 27/12/2021: 1.096 lượt')
  expect(textsOf(main, 'svg title')[0]).toBe('Thứ hai, 29/11/2021: 900 lượt')
  expect(main.innerHTML).not.toMatch(/ style=/)
  expect(textsOf(main, 'ol h3 a').length).toBeGreaterThan(0)
  expect(asked.filter((path) => path.startsWith('/analytics')).toSorted()).toEqual([
    '/analytics/days',
    '/analytics/summary',
    '/analytics/top?period=week&limit=10',
  ])
  const english = await open('/en/thong-ke')
  expect(english.document.title).toBe('Visitor statistics | Cổng thông tin tỉnh')
  expect(textsOf(english.main, 'tbody th')[0]).toBe('Tuesday, 28 December 2021 (today)')
  expect(textsOf(english.main, '[data-counter]')[3]).toBe('714,464')
})

test('a portal that nobody has visited yet says so, and shows no chart', async () => {
  const none = { ...days, data: days.data.map(({ day }) => ({ day, visits: 0 })) }
  const { main } = await open('/thong-ke', { '/analytics/days': none, '/analytics/top': { data: [] } })
  expect(main.querySelector('svg, table')).toBeNull()
  expect(main.textContent).toContain('Chưa có lượt truy cập nào trong 30 ngày qua.')
  expect(main.textContent).toContain('Chưa có bài nào được đọc trong 7 ngày qua.')
})

test('without the days there is no page to show; without the most read there is', async () => {
  expect((await open('/thong-ke', { '/analytics/days': 503 })).status).toBe(503)
  const { status, main } = await open('/thong-ke', { '/analytics/top': 503 })
  expect([status, textsOf(main, 'tbody tr').length, main.querySelector('[role="status"]')?.textContent]).toEqual([200, 30, 'Đang tải…'])
})

test('every page leads to it from the counters', async () => {
  for (const [url, href] of [
    ['/', '/thong-ke'],
    ['/en/don-vi', '/en/thong-ke'],
  ]) {
    const { document } = await open(url)
    expect(document.querySelector('footer section a')?.getAttribute('href')).toBe(href)
  }
})

test('in the browser it loads, says what could not be read, and shows it when it is tried again', async () => {
  vi.stubGlobal('scrollTo', vi.fn())
  const overrides: Overrides = { '/analytics/days': 404, '/analytics/top': 404 }
  history.replaceState(null, '', '/thong-ke')
  document.body.innerHTML = '<div id="root"></div>'
  const client = createQueryClient(createApiClient({ fetch: fixtureApi(overrides).fetch }))
  const root = createRoot(document.getElementById('root') as HTMLElement)
  onTestFinished(async () => {
    await act(async () => root.unmount())
    client.clear()
    vi.unstubAllGlobals()
  })
  await act(async () => root.render(<SiteApp client={client} />))
  const again = async () => {
    await vi.waitFor(() => expect(document.querySelector('[role="alert"] button')).not.toBeNull())
    await act(async () => document.querySelector<HTMLButtonElement>('[role="alert"] button')?.click())
  }
  delete overrides['/analytics/days']
  await again()
  await vi.waitFor(() => expect(document.querySelectorAll('tbody tr')).toHaveLength(30))
  delete overrides['/analytics/top']
  await again()
  await vi.waitFor(() => expect(document.querySelector('main ol h3 a')).not.toBeNull())
})
