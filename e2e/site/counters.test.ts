import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { demoPaths } from '../support/demo.ts'
import { openPage } from '../support/open-page.ts'

const names = ['today', 'week', 'total'] as const
async function counters(page: Page): Promise<number[]> {
  const texts = await Promise.all(names.map((name) => page.locator(`footer [data-counter="${name}"]`).textContent()))
  return texts.map((text) => Number(text?.replaceAll('.', '')))
}

test('opening an article from outside moves each counter that is shown by one', async () => {
  const page = await openPage({ counted: true })
  await page.goto(demoPaths.article, { waitUntil: 'commit' })
  const before = await counters(page)
  await expect.poll(() => counters(page)).toEqual(before.map((count) => count + 1))
})

test('the counters lead by keyboard to the page of statistics, whose numbers are those of its table, and on to what is read most', async () => {
  const page = await openPage()
  await page.goto(demoPaths.units)
  await page.getByRole('link', { name: 'Từng ngày và bài đọc nhiều' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Thống kê truy cập' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/thong-ke')
  const table = page.getByRole('table', { name: 'Lượt truy cập từng ngày' })
  const visits = (await table.locator('tbody td').allTextContents()).map((text) => Number(text.replaceAll('.', '')))
  const sum = Number((await table.locator('tfoot td').textContent())?.replaceAll('.', ''))
  expect([visits.length, visits.reduce((total, count) => total + count, 0)]).toEqual([30, sum])
  expect(sum).toBeGreaterThan(0)
  expect(
    await page
      .getByRole('img', { name: /^Biểu đồ cột/ })
      .locator('g')
      .count(),
  ).toBe(30)
  const [first] = await page.getByRole('region', { name: 'Đọc nhiều trong 7 ngày qua' }).getByRole('link').filter({ visible: true }).all()
  await page.emulateMedia({ contrast: 'more' })
  expect(await axeFindings(page)).toEqual([])
  await first?.focus()
  await page.keyboard.press('Enter')
  await page.locator('[data-article-body], main h1').first().waitFor()
  expect(new URL(page.url()).pathname).not.toBe('/thong-ke')
})
