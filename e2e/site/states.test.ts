import type { Page } from 'playwright-core'
import { beforeAll, expect, inject, test } from 'vitest'
import { axeFindings, overflow } from '../support/check-page.ts'
import { demoPaths, notFoundLine } from '../support/demo.ts'
import { type Editor, signInAs } from '../support/editor.ts'
import { openPage } from '../support/open-page.ts'

let publisher: Editor
beforeAll(async () => {
  publisher = await signInAs('publisher')
})

const serverErrorLine = 'the server responded with a status of 503'
const busy = { status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable","status":503,"title":"","type":""}' }

async function isClean(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await overflow(page)).toBe(0)
}

test('a corrected article says what was wrong and what is right before its text', async () => {
  const first = await publisher.publish({ title: 'Bài sẽ được đính chính' })
  const edited = await publisher.change(first, '', { sapo: 'Con số đúng là 15.' })
  await publisher.change(edited, '/publish', { kind: 'correction', correction: { wrong: '14 đơn vị', right: '15 đơn vị' } })
  const page = await openPage()
  await page.goto(`/bai-viet/${first.slug}`, { waitUntil: 'networkidle' })
  const notice = page.getByRole('region', { name: 'Đính chính' })
  expect(await notice.textContent()).toMatch(/Đã đăng14 đơn vịSửa lại15 đơn vị/)
  expect(await page.locator('main').textContent()).toContain('Lần đăng thứ 2')
  await isClean(page)
})

test('a withdrawn article stays readable under its reason, and searches are told to leave it', async () => {
  const article = await publisher.publish({ title: 'Bài sẽ bị thu hồi' })
  await publisher.change(article, '/withdraw', { reason: 'Nội dung chưa được kiểm chứng.' })
  const page = await openPage()
  await page.goto(`/bai-viet/${article.slug}`, { waitUntil: 'networkidle' })
  expect(await page.getByRole('region', { name: 'Bài đã thu hồi' }).textContent()).toContain('Nội dung chưa được kiểm chứng.')
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex')
  await isClean(page)
})

test('a held article is not there', async () => {
  const article = await publisher.publish({ title: 'Bài sẽ tạm gỡ' })
  await publisher.change(article, '/hold', {})
  const page = await openPage({ expected: [notFoundLine] })
  const answer = await page.goto(`/bai-viet/${article.slug}`)
  expect(answer?.status()).toBe(404)
  expect(await page.locator('h1').textContent()).toBe('Không tìm thấy trang')
})

test('very long words and titles stay inside a window of 320 pixels', async () => {
  const long = `${'Nghiêngngảnghiêng'.repeat(12)} ${'uỷ ban nhân dân '.repeat(5)}`
  const { slug } = await publisher.publish({ title: long, kicker: long.slice(0, 150), sapo: long, source: { name: long.slice(0, 200) } })
  const page = await openPage({ viewport: { width: 320, height: 640 } })
  await page.goto(`/bai-viet/${slug}`)
  expect(await overflow(page)).toBe(0)
})

test('a list that could not be read says so and offers to try again, which works', async () => {
  const page = await openPage({ expected: [serverErrorLine] })
  await page.goto(demoPaths.units)
  await page.route('**/api/v1/articles?*', (route) => route.fulfill(busy))
  await page.locator(`nav a[href="${demoPaths.category}"]`).click()
  const retry = page.getByRole('button', { name: 'Thử lại' })
  await retry.waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('Máy chủ đang bận')
  expect(await axeFindings(page)).toEqual([])
  await page.unroute('**/api/v1/articles?*')
  await retry.click()
  await page.locator('main article').first().waitFor()
})

test('an article that is on its way shows its outline, and says that it is loading', async () => {
  const page = await openPage()
  await page.goto(demoPaths.category)
  const held: (() => void)[] = []
  await page.route('**/api/v1/articles/*', (route) => {
    held.push(() => void route.continue())
  })
  await page.locator('main article a[href^="/bai-viet/"]').first().click()
  await page.getByRole('status').waitFor()
  expect(await page.getByRole('status').textContent()).toContain('Đang tải')
  await isClean(page)
  for (const release of held) release()
  await page.locator('[data-article-body]').waitFor()
})

test('without a network the page says so, and goes on when the network is back', async () => {
  const page = await openPage({ expected: ['ERR_INTERNET_DISCONNECTED'] })
  await page.goto(demoPaths.units, { waitUntil: 'networkidle' })
  await page.context().setOffline(true)
  await page.locator(`nav a[href="${demoPaths.category}"]`).click()
  await page.getByText('Không kết nối được.').waitFor()
  await page.context().setOffline(false)
  await page.locator('main article').first().waitFor()
})

test('a unit without news says so', async () => {
  const { data } = (await (await fetch(`${inject('siteUrl')}/api/v1/units`)).json()) as { data: { slug: string }[] }
  const counts = await Promise.all(
    data.map(async ({ slug }) => {
      const list = await (await fetch(`${inject('siteUrl')}/api/v1/articles?limit=1&unit=${slug}`)).json()
      return { slug, count: (list as { data: unknown[] }).data.length }
    }),
  )
  const quiet = counts.find(({ count }) => count === 0)
  const page = await openPage()
  await page.goto(`/don-vi/${quiet?.slug}`)
  await page.getByText('Chưa có bài nào.').waitFor()
  await isClean(page)
})
