import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDesk, openDeskAt, phone } from '../support/desk.ts'
import { isClean } from '../support/is-clean.ts'
import { goTo } from '../support/menu.ts'
import type { PageOptions } from '../support/open-page.ts'

/** What a button hands to the browser as a file. */
async function takeOut(page: Page, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  return buffer(await (await download).createReadStream())
}

describe.each<[string, PageOptions]>([
  ['a desktop', {}],
  ['a phone of 360 × 640', phone],
])('on %s', (_name, options) => {
  test('what was read is a chart with its table, beside the days before; a filter narrows all of it and stands in the address', async () => {
    const page = await openDesk('editor', options)
    await goTo(page, 'Thống kê')
    await page.getByRole('heading', { name: 'Bài được đọc nhiều nhất' }).waitFor()
    await page.getByText('Xem bảng số liệu').click()
    // The demo's readers came in the last four weeks; thirty days have a row each.
    await expect.poll(() => page.locator('details table tbody tr').count()).toBe(30)
    await expect.poll(() => page.locator('figure canvas').count()).toBe(1)
    await isClean(page)
    const whole = await page.locator('dl dd').first().textContent()
    const filters = page.getByText('Khoảng thời gian và bộ lọc')
    if (await filters.isVisible()) await filters.click()
    await page.getByRole('combobox', { name: 'Chuyên mục' }).selectOption({ index: 1 })
    await expect.poll(() => new URL(page.url()).searchParams.has('chuyen-muc')).toBe(true)
    await expect.poll(() => page.locator('dl dd').first().textContent()).not.toBe(whole)
    expect((await takeOut(page, 'Tải CSV: Theo đơn vị')).toString()).toMatch(/^\ufeffid,name,views,visits,readers\r\n/)
  })
})

test('a publisher saves the report of a month and takes it out as a workbook; an editor may only look', async () => {
  const page = await openDeskAt('/ban-bien-tap/thong-ke?xem=bao-cao', 'publisher')
  await page.getByRole('combobox', { name: 'Loại báo cáo' }).selectOption('Quý')
  const title = await page.getByRole('heading', { level: 2, name: /^Quý: / }).textContent()
  await page.getByRole('button', { name: 'Lưu báo cáo' }).click()
  await page.getByText('Đã lưu báo cáo.').waitFor()
  await isClean(page)
  await page
    .getByRole('link', { name: title ?? '' })
    .first()
    .click()
  await page.getByText('Về báo cáo hiện thời').waitFor()
  expect((await takeOut(page, `Tải Excel: ${title}`)).subarray(0, 2).toString()).toBe('PK')
  expect(await axeFindings(page)).toEqual([])

  const editor = await openDeskAt('/ban-bien-tap/thong-ke?xem=bao-cao', 'editor')
  await editor.getByRole('heading', { level: 2, name: /^Tháng: / }).waitFor()
  expect(await editor.getByRole('button', { name: 'Lưu báo cáo' }).count()).toBe(0)
})
