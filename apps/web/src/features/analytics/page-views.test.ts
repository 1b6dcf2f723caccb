import type { Hit } from '@bantin/shared/analytics'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createApiClient } from '../../lib/api-client.ts'
import { createQueryClient } from '../../lib/query-client.ts'
import { createPageViews } from './page-views.ts'

const articleId = '00000000-0000-7000-8000-000000000001'
let status: number
let hits: Hit[]
let heartbeats: number
let loadType: string
let referrer: string
let visibility: DocumentVisibilityState

beforeEach(() => {
  ;[status, hits, heartbeats, loadType, referrer, visibility] = [204, [], 0, 'navigate', '', 'visible']
  vi.useFakeTimers()
  vi.spyOn(performance, 'getEntriesByType').mockImplementation(() => [{ type: loadType }] as unknown as PerformanceEntryList)
  vi.spyOn(document, 'referrer', 'get').mockImplementation(() => referrer)
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
  history.replaceState(null, '', '/bai-viet/a')
  onTestFinished(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
})

function start() {
  const fetch = async (url: RequestInfo | URL, init: RequestInit = {}) => {
    if (String(url).endsWith('/heartbeats')) heartbeats += 1
    if (String(url).endsWith('/hits')) hits.push(JSON.parse(String(init.body)))
    return status === 204 ? new Response(null, { status }) : new Response('', { status })
  }
  const views = createPageViews(createQueryClient(createApiClient({ fetch: fetch as typeof globalThis.fetch })))
  onTestFinished(() => views.stop())
  return views
}

const settle = () => vi.advanceTimersByTimeAsync(0)
/** What the router does when a link is followed. */
function push(path: string): void {
  history.pushState(null, '', path)
  dispatchEvent(new Event('pushState'))
}

test('a load from outside is an entry with the foreign host; the article stands for its path', async () => {
  referrer = 'https://search.example/results?q=riêng'
  const views = start()
  views.report(views.current(), { path: '/bai-viet/a', articleId })
  await settle()
  expect(hits).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      articleId,
      entry: true,
      referrer: 'https://search.example',
    },
  ])
})

test.each([
  ['a reload', 'reload', ''],
  ['a step through the history', 'back_forward', ''],
  ['a link of our own', 'navigate', `${location.origin}/`],
])('%s is a view and no entry', async (_name, type, from) => {
  ;[loadType, referrer] = [type, from]
  const views = start()
  views.report(views.current(), { path: '/bai-viet/a' })
  await settle()
  expect(hits).toMatchObject([{ path: '/bai-viet/a', entry: false }])
  expect(hits[0]?.referrer).toBeUndefined()
})

test('a page that reports again, or changes its hash, query or address in place, is not counted again', async () => {
  const views = start()
  const report = () => views.report(views.current(), { path: location.pathname })
  report()
  push('/bai-viet/a?co=1')
  push('/bai-viet/a#giua')
  history.replaceState(null, '', '/bai-viet/ten-moi')
  dispatchEvent(new Event('replaceState'))
  push('/bai-viet/ten-moi?co=1')
  report()
  await settle()
  expect(hits).toHaveLength(1)
})

test('a navigation counts once the page of its own address reports, and is no entry', async () => {
  const views = start()
  views.report(views.current(), { path: '/bai-viet/a' })
  push('/don-vi')
  views.report(views.current(), { path: '/bai-viet/a' })
  views.report(views.current(), { path: '/don-vi' })
  await settle()
  expect(hits).toMatchObject([{ entry: true }, { path: '/don-vi', entry: false }])
})

test('a page that the browser brings back whole is a view', async () => {
  const views = start()
  const listener = vi.fn()
  views.subscribe(listener)
  views.report(views.current(), { path: '/bai-viet/a' })
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }))
  expect(listener).not.toHaveBeenCalled()
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  expect(listener).toHaveBeenCalledTimes(1)
  views.report(views.current(), { path: '/bai-viet/a' })
  await settle()
  expect(hits.map(({ entry }) => entry)).toEqual([true, false])
})

test('a page in the background is counted when it comes to the front', async () => {
  visibility = 'hidden'
  const views = start()
  views.report(views.current(), { path: '/bai-viet/a' })
  await settle()
  expect(hits).toEqual([])
  visibility = 'visible'
  document.dispatchEvent(new Event('visibilitychange'))
  await settle()
  expect(hits).toHaveLength(1)
})

test('a hit that was not taken is sent once more under the same id, one that was refused is not', async () => {
  status = 503
  const views = start()
  views.report(views.current(), { path: '/bai-viet/a' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(hits).toHaveLength(2)
  expect(hits[1]).toEqual(hits[0])
  status = 400
  push('/don-vi')
  views.report(views.current(), { path: '/don-vi' })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(hits).toHaveLength(3)
})

test('a heartbeat a minute says that a visible page is still read', async () => {
  start()
  await vi.advanceTimersByTimeAsync(125_000)
  expect(heartbeats).toBe(2)
  visibility = 'hidden'
  await vi.advanceTimersByTimeAsync(120_000)
  expect(heartbeats).toBe(2)
})
