import { expect, inject, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDesk, phone } from '../support/desk.ts'
import { isClean } from '../support/is-clean.ts'
import { goTo } from '../support/menu.ts'
import { openPage } from '../support/open-page.ts'

test('on a phone a publisher sets what leads the home page and puts up an alert, which readers see at once, and takes both back', async () => {
  const before = await siteNow()
  const page = await openDesk('publisher', phone)
  await goTo(page, 'Trang chủ')
  const search = page.getByRole('combobox', { name: 'Thêm bài đang đăng' })
  const titles: string[] = []
  for (const word of ['cầu', 'kho bạc']) {
    await search.fill(word)
    const option = page.getByRole('option').first()
    titles.push((await option.textContent())?.replace(/ · [^·]*$/, '') ?? '')
    await option.click()
  }
  const [first = '', second = ''] = titles
  await page.getByRole('button', { name: `Chuyển lên: ${second}` }).press('Enter')
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe(`Chuyển lên: ${second}`)
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await page.getByText(/^Đã lưu\. Trang chủ/).waitFor()

  await page.getByRole('link', { name: 'Thông báo khẩn' }).click()
  await page.getByRole('button', { name: 'Đăng thông báo khẩn' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Khẩn cấp/ }).check()
  await dialog.getByLabel(/^Nội dung/).fill('Nước sông Trà lên nhanh')
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Đăng thông báo', exact: true }).click()
  await page.getByText('Đã đăng thông báo.').waitFor()
  await isClean(page)

  try {
    const reader = await openPage()
    await reader.goto(inject('siteUrl'))
    // What stands behind them are the newest articles with pictures, and other journeys publish some without.
    const led = before.home.length
    expect((await reader.locator('main article h2').allTextContents()).slice(led, led + 2)).toEqual([second, first])
    expect(await reader.getByRole('complementary', { name: 'Thông báo' }).textContent()).toMatch(/^Khẩn cấp: Nước sông Trà lên nhanh/)
    expect(await axeFindings(reader)).toEqual([])
  } finally {
    await page.getByRole('button', { name: 'Gỡ xuống: Nước sông Trà lên nhanh' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Gỡ xuống ngay' }).click()
    await page.getByText('Đã gỡ thông báo xuống.').waitFor()
    await page.getByRole('link', { name: 'Bài đứng đầu' }).click()
    for (const title of titles) await page.getByRole('button', { name: `Bỏ: ${title}` }).click()
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click()
    await page.getByText(/^Đã lưu\. Trang chủ/).waitFor()
  }
  expect(await siteNow()).toMatchObject({ home: before.home, alerts: before.alerts })
})

/** What the demo sets before everything else, which others see too. */
async function siteNow(): Promise<{ home: string[]; alerts: object[] }> {
  return (await (await fetch(`${inject('siteUrl')}/api/v1/site`)).json()) as { home: string[]; alerts: object[] }
}

test('who publishes the portal, with a menu begun: clean, and nothing is saved without the button', async () => {
  const page = await openDesk('admin')
  await goTo(page, 'Thông tin cổng')
  await page.getByRole('button', { name: 'Bắt đầu từ các chuyên mục' }).click()
  await page.getByRole('button', { name: 'Lưu thay đổi' }).waitFor()
  await isClean(page)
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click()
  await page.getByRole('button', { name: 'Bắt đầu từ các chuyên mục' }).waitFor()
})
