import { bodyFromText } from '@bantin/shared/body/body-from-text'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { demoPaths, notFoundLine } from '../support/demo.ts'
import { signInAs } from '../support/editor.ts'
import { openPage } from '../support/open-page.ts'

const body = async (page: Page) => (await page.locator('[data-article-body]').textContent()) ?? ''
/** An article of the test's own: the others put in and take out what the home page shows. */
async function publishNews(title: string): Promise<void> {
  const publisher = await signInAs('publisher')
  const [paragraph] = bodyFromText('Đường sá trong xã được mở rộng thêm một làn xe. '.repeat(20)).content
  const link = { type: 'text' as const, text: 'bản đồ', marks: [{ type: 'link' as const, attrs: { href: 'https://example.gov.vn/' } }] }
  const more = { type: 'paragraph' as const, content: [link] }
  await publisher.publish({ title, body: { type: 'doc', content: paragraph ? [paragraph, more] : [more] } })
}

test('home, article, home and back shows the article again with its text, also when the article was the first page', async () => {
  const title = 'Xã mở rộng đường trước mùa mưa'
  await publishNews(title)
  const page = await openPage()
  await page.goto('/')
  await page.getByRole('link', { name: title }).first().click()
  await page.waitForSelector('[data-article-body] p')
  const [address, text] = [page.url(), await body(page)]
  expect(text.length).toBeGreaterThan(500)
  await page.getByRole('link', { name: 'Cổng thông tin' }).click()
  await page.getByRole('heading', { name: 'Thông tin mới nhất' }).waitFor()
  await page.goBack()
  expect(await body(page)).toBe(text)
  await page.reload()
  await page.getByRole('link', { name: 'Cổng thông tin' }).click()
  await page.getByRole('heading', { name: 'Thông tin mới nhất' }).waitFor()
  await page.goBack()
  expect([page.url(), await body(page)]).toEqual([address, text])
})

test('a link leads to the top of the next page, with its title, and the next Tab begins in its content', async () => {
  const title = 'Xã trồng cây dọc con đường mới mở'
  await publishNews(title)
  const page = await openPage()
  await page.goto('/')
  await page.evaluate(() => window.scrollTo(0, 200))
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
  expect(await page.title()).toContain(title)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('the first Tab offers to skip to the content', async () => {
  const page = await openPage()
  await page.goto(demoPaths.article)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Đến nội dung chính' })
  expect(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0)).toBe(true)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung')
})

test('the other language is one step away and comes back', async () => {
  const page = await openPage()
  await page.goto(demoPaths.unit)
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'News of this unit' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/en${demoPaths.unit}`)
  await page.getByRole('link', { name: 'Tiếng Việt' }).click()
  await page.getByRole('heading', { name: 'Tin của đơn vị' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('vi')
})

test('a list leads to its older articles and back to the newest, by addresses that work without JavaScript', async () => {
  const publisher = await signInAs('publisher')
  const [author] = ((await (await fetch(`${inject('siteUrl')}/api/v1/authors`)).json()) as { data: { id: string; slug: string }[] }).data
  for (let n = 1; n <= 13; n += 1)
    await publisher.publish({ title: `Bài dài kỳ số ${n}`, bylines: [{ authorId: author?.id ?? '', role: 'text' }] })
  const page = await openPage({ javaScript: false })
  await page.goto(`/tac-gia/${author?.slug}`)
  const newest = await page.locator('main article').allTextContents()
  await page.getByRole('link', { name: 'Bài cũ hơn' }).click()
  const older = await page.locator('main article').allTextContents()
  expect(older.length).toBeGreaterThan(0)
  expect(older.filter((text) => newest.includes(text))).toEqual([])
  await page.getByRole('link', { name: 'Về những bài mới nhất' }).click()
  expect(await page.locator('main article').allTextContents()).toEqual(newest)
})

test('an address with nothing behind it is answered 404, kept nowhere, and leads home', async () => {
  const answer = await fetch(inject('siteUrl') + demoPaths.missing)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store'])
  const page = await openPage({ expected: [notFoundLine] })
  await page.goto('/bai-viet/khong-co-bai-nay')
  await page.getByRole('heading', { name: 'Không tìm thấy trang' }).waitFor()
  await page.getByRole('link', { name: 'Về trang chủ' }).click()
  await page.getByRole('heading', { name: 'Thông tin mới nhất' }).waitFor()
})

test('what social networks add to an address changes nothing', async () => {
  const plain = await (await fetch(inject('siteUrl') + demoPaths.article)).text()
  const tagged = await (await fetch(`${inject('siteUrl')}${demoPaths.article}?fbclid=abc&utm_source=zalo`)).text()
  expect(withoutCounters(tagged)).toBe(withoutCounters(plain))
})

function withoutCounters(html: string): string {
  return html.replace(/<dd data-counter="\w+">[^<]*<\/dd>/g, '').replace(/<script type="application\/json".*?<\/script>/s, '')
}
