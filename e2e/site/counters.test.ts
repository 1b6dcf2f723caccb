import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { demoPaths } from '../support/demo.ts'
import { openPage } from '../support/open-page.ts'

const names = ['today', 'week', 'total'] as const
async function counters(page: Page): Promise<number[]> {
  const texts = await Promise.all(names.map((name) => page.locator(`[data-counter="${name}"]`).textContent()))
  return texts.map((text) => Number(text?.replaceAll('.', '')))
}

function collectHits(page: Page): { id: string; articleId?: string; path?: string; entry: boolean }[] {
  const hits: ReturnType<typeof collectHits> = []
  page.on('request', (request) => {
    if (request.url().endsWith('/analytics/hits')) hits.push(request.postDataJSON())
  })
  return hits
}

test('opening an article from outside moves each counter that is shown by one', async () => {
  const page = await openPage({ counted: true })
  await page.goto(demoPaths.article, { waitUntil: 'commit' })
  const before = await counters(page)
  await expect.poll(() => counters(page)).toEqual(before.map((count) => count + 1))
})

test('each navigation is one hit: the first an entry, by the article, later ones not; hashes and replaced addresses are none', async () => {
  const page = await openPage()
  const hits = collectHits(page)
  await page.goto(demoPaths.article)
  await expect.poll(() => hits.length).toBe(1)
  expect(hits[0]).toMatchObject({ articleId: expect.stringMatching(/^[0-9a-f-]{36}$/), entry: true })
  expect(hits[0]?.path).toBeUndefined()
  await page.evaluate(() => {
    location.hash = 'giua-bai'
    history.replaceState(null, '', `${location.pathname}?co=1`)
  })
  await page.getByRole('link', { name: 'Cổng thông tin' }).click()
  await expect.poll(() => hits.length).toBe(2)
  expect(hits[1]).toMatchObject({ path: '/', entry: false })
  await page.goBack()
  await expect.poll(() => hits.length).toBe(3)
  expect(hits[2]).toMatchObject({ articleId: hits[0]?.articleId, entry: false })
  expect(new Set(hits.map(({ id }) => id)).size).toBe(3)
})

test('a reload and a page restored from the browser’s cache are views, not visits', async () => {
  const page = await openPage()
  const hits = collectHits(page)
  await page.goto('/')
  await expect.poll(() => hits.length).toBe(1)
  await page.reload()
  await expect.poll(() => hits.length).toBe(2)
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await expect.poll(() => hits.length).toBe(3)
  expect(hits.map(({ entry }) => entry)).toEqual([true, false, false])
})
