import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { axeFindings, overflow } from '../support/check-page.ts'
import { phone } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { inputMethod } from '../support/input-methods.ts'
import { isClean } from '../support/is-clean.ts'
import { openPage } from '../support/open-page.ts'

/** Words that nothing else in the content has. More articles than a page shows, one of them in a category of its own. */
const [words, count] = ['quốc kỳ thêu', 14]

let published: Promise<void> | undefined
/** Articles of this file's own, once: other files publish meanwhile. */
function withArticles(): Promise<void> {
  published ??= publishArticles()
  return published
}

async function publishArticles(): Promise<void> {
  const publisher = await signInAs('publisher')
  const answer = await fetch(`${inject('siteUrl')}/api/v1/categories`)
  const { data } = (await answer.json()) as { data: { id: string; slug: string }[] }
  const categoryOf = (slug: string): string => data.find((category) => category.slug === slug)?.id ?? ''
  for (let n = 1; n <= count; n += 1) {
    const categoryIds = [categoryOf(n === count ? 'thoi-su' : 'kinh-te')]
    await publisher.publish({ title: `Làng nghề ${words} số ${n}`, categoryIds })
  }
}

const address = (page: Page): string => decodeURIComponent(page.url().slice(inject('siteUrl').length)).replaceAll('+', ' ')
const titles = (page: Page): Promise<string[]> => page.locator('main article h2').allTextContents()
const box = (page: Page) => page.getByLabel('Từ cần tìm')
const link = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name })

test('by keyboard alone: suggestions, results, a facet taken and taken back, the next page, and back', async () => {
  await withArticles()
  const page = await openPage()
  await page.goto('/')
  await box(page).focus()
  await page.keyboard.type('quoc ky the')
  const first = page.getByRole('option').first()
  await first.waitFor()
  expect(await first.textContent()).toMatch(/^Làng nghề quốc kỳ thêu số \d+ bài$/)
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  expect(await box(page).getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
  await page.keyboard.press('Escape')
  await first.waitFor({ state: 'hidden' })
  await page.keyboard.type('u')
  await page.keyboard.press('Enter')
  await page.getByText(`Tìm thấy ${count} bài.`).waitFor()
  expect([address(page), await page.title()]).toEqual(['/tim-kiem?q=quoc ky theu', expect.stringContaining('quoc ky theu - Tìm kiếm')])
  expect((await titles(page)).length).toBe(12)

  await link(page, /^Thời sự 1 bài$/).press('Enter')
  await page.getByText('Tìm thấy 1 bài.').waitFor()
  expect(address(page)).toBe('/tim-kiem?q=quoc ky theu&chuyen-muc=thoi-su')
  await link(page, 'Bỏ lọc: Thời sự').press('Enter')
  await page.getByText(`Tìm thấy ${count} bài.`).waitFor()
  const firstPage = await titles(page)
  await link(page, 'Trang sau').press('Enter')
  await expect.poll(async () => (await titles(page)).length).toBe(2)
  expect((await titles(page)).filter((title) => firstPage.includes(title))).toEqual([])
  await page.goBack()
  await expect.poll(() => titles(page)).toEqual(firstPage)
})

test('a suggestion opens its page by Enter or a press', async () => {
  await withArticles()
  const page = await openPage()
  for (const choose of ['Enter', 'press'] as const) {
    await page.goto('/don-vi')
    await box(page).fill('lang nghe quoc ky')
    const first = page.getByRole('option').first()
    await first.waitFor()
    if (choose === 'press') await first.click()
    else for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByRole('heading', { level: 1, name: /^Làng nghề quốc kỳ thêu số/ }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/bai-viet\/lang-nghe-quoc-ky-theu-so-/)
  }
})

test('while a word is composed, keys are the input method’s and nothing is suggested; done, it is', async () => {
  await withArticles()
  const page = await openPage()
  await page.goto('/tim-kiem', { waitUntil: 'networkidle' })
  await box(page).fill('lang nghe ')
  await page.getByRole('option').first().waitFor()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const { show, commit } = await inputMethod(page)
  for (const state of ['q', 'qu', 'quô', 'quôc', 'quốc']) await show(state)
  expect(await box(page).inputValue()).toBe('lang nghe quốc')
  await commit('quốc')
  await expect.poll(() => asked.map((url) => new URL(url).searchParams.get('q'))).toEqual(['lang nghe quốc'])
  expect(await box(page).inputValue()).toBe('lang nghe quốc')
})

test('without JavaScript the box, facets, order, pages and days do the same', async () => {
  await withArticles()
  const page = await openPage({ javaScript: false })
  await page.goto('/')
  await box(page).fill(words)
  await box(page).press('Enter')
  expect(address(page)).toBe(`/tim-kiem?q=${words}`)
  expect(await page.getByRole('status').first().textContent()).toBe(`Tìm thấy ${count} bài.`)
  expect(await page.locator('main h2 mark').count()).toBe(12)
  await link(page, 'Trang sau').click()
  expect((await titles(page)).length).toBe(2)
  await link(page, 'Cũ nhất').click()
  expect((await titles(page))[0]).toContain('số 1')
  await link(page, /^Thời sự/)
    .last()
    .click()
  expect((await titles(page)).length).toBe(1)
  await page.getByText('Khoảng thời gian').click()
  await page.getByLabel('Từ ngày').fill('2020-01-01')
  await page.getByLabel('Đến ngày').fill('2020-12-31')
  await page.getByRole('button', { name: 'Áp dụng' }).click()
  expect(address(page)).toBe(`/tim-kiem?q=${words}&chuyen-muc=thoi-su&sap-xep=cu-nhat&tu=2020-01-01&den=2020-12-31`)
  expect(await page.getByRole('status').first().textContent()).toBe('Không tìm thấy bài nào.')
  await link(page, 'Bỏ mọi bộ lọc').click()
  expect((await titles(page)).length).toBe(12)
})

test.each([
  ['what was found', '/tim-kiem?q=thi+dua&nam=2026&sap-xep=moi-nhat'],
  ['nothing found', '/tim-kiem?q=khongcotunay&don-vi=so-noi-vu&tu=2020-01-01'],
  ['nothing asked for', '/en/tim-kiem'],
  ['one endless word', `/tim-kiem?q=${'nghieng'.repeat(28)}`],
])('the page with %s is clean for axe in light and dark and on a phone', async (_name, path) => {
  const page = await openPage()
  await page.goto(path, { waitUntil: 'networkidle' })
  await isClean(page)
})

test('on a phone the way to the search is one press, and suggestions fit', async () => {
  await withArticles()
  const page = await openPage(phone)
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.locator('header').getByRole('link', { name: 'Tìm kiếm' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tìm kiếm' }).waitFor()
  await box(page).fill('lang nghe')
  await page.getByRole('option').first().waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await axeFindings(page)).toEqual([])
})

test('the demo has something for what people search for, and says kindly what is too much', async () => {
  const page = await openPage({ expected: ['the server responded with a status of 400'] })
  for (const q of ['thi dua', 'UBND', 'chuyển đổi số']) {
    await page.goto(`/tim-kiem?${new URLSearchParams({ q })}`)
    expect((await titles(page)).length).toBeGreaterThan(2)
  }
  const answer = await page.goto(`/tim-kiem?q=${Array.from({ length: 17 }, (_, n) => `t${n}`).join('+')}`)
  expect(answer?.status()).toBe(400)
  expect(await page.getByRole('status').first().textContent()).toContain('nhiều nhất 16 từ')
})

test('a search on its way shows its outline; one that failed can be tried again', async () => {
  const page = await openPage({ expected: ['the server responded with a status of 503'] })
  await page.goto('/tim-kiem?q=thi+dua', { waitUntil: 'networkidle' })
  const busy = { status: 503, contentType: 'application/problem+json', body: '{"code":"unavailable","status":503,"title":"","type":""}' }
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/api/v1/search?*', async (route) => {
    await held
    await route.fulfill(busy)
  })
  await link(page, 'Mới nhất').click()
  await page.locator('main').getByText('Đang tải').waitFor()
  expect(await axeFindings(page)).toEqual([])
  release()
  const retry = page.getByRole('button', { name: 'Thử lại' })
  await retry.waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.unroute('**/api/v1/search?*')
  await retry.click()
  await page.locator('main article').first().waitFor()
})
