import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDeskAt, type Role, uniqueTitle } from '../support/desk.ts'
import { type Editor, signInAs } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { paragraphs } from '../support/shared-article.ts'

/** The dialog that is open, and the page below it, are clean. */
async function isCleanDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor()
  await isClean(page)
}

async function openArticle(role: Role, make: (publisher: Editor) => Promise<{ id: string }>): Promise<Page> {
  const { id } = await make(await signInAs('publisher'))
  const page = await openDeskAt(`/ban-bien-tap/bai/${id}`, role)
  await page.getByRole('region', { name: 'Việc với bài này' }).waitFor()
  return page
}

const content = (title: string) => ({ title: uniqueTitle(title), body: paragraphs('Một đoạn văn của bản thử.') })
const published = (title: string) => (publisher: Editor) => publisher.publish(content(title))
const statusOf = async (path: string) => (await fetch(inject('siteUrl') + path, { redirect: 'manual' })).status

test('readers are sent on to another article that was found by its title', async () => {
  const target = content('Bài thay thế')
  const page = await openArticle('publisher', async (publisher) => {
    await publisher.publish(target)
    return publisher.publish(content('Bài bị thay thế'))
  })
  const path = new URL((await page.getByRole('link', { name: 'Xem trên trang công khai' }).getAttribute('href')) ?? '', inject('siteUrl'))
    .pathname
  await page.getByRole('button', { name: 'Chuyển sang bài khác' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Chuyển sang bài khác' }).click()
  await dialog.getByText('Hãy chọn bài thay thế.').waitFor()
  await dialog.getByRole('combobox').fill(target.title)
  await dialog.getByRole('option').first().waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await dialog.getByText(/^Đã chọn/).waitFor()
  await isCleanDialog(page)
  await dialog.getByRole('button', { name: 'Chuyển sang bài khác' }).click()
  await page.getByText(/^Đã chuyển sang bài khác lúc/).waitFor()
  await page.getByText(`${path}: dẫn sang địa chỉ khác`).waitFor()
  expect(await statusOf(path)).toBe(308)
  await page.getByRole('link', { name: 'Mở bài ấy' }).click()
  await page.getByRole('textbox', { name: 'Tiêu đề' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'Tiêu đề' }).inputValue()).toBe(target.title)
})

test('a removed article answers as it was chosen, and an edition of it is emptied only when that was understood', async () => {
  const page = await openArticle('admin', published('Bài sẽ gỡ bỏ'))
  const path = (await page.getByRole('link', { name: 'Xem trên trang công khai' }).getAttribute('href')) ?? ''
  await page.getByRole('button', { name: 'Gỡ bỏ' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Gỡ bỏ' }).click()
  await dialog.getByText('Hãy chọn người đọc sẽ thấy gì.').waitFor()
  await isCleanDialog(page)
  await dialog.getByRole('radio', { name: /^Bài đã gỡ/ }).check()
  await dialog.getByRole('textbox').fill('Đăng nhầm văn bản nội bộ.')
  await dialog.getByRole('button', { name: 'Gỡ bỏ' }).click()
  await page.getByText(/^Đã gỡ bỏ lúc/).waitFor()
  expect(await statusOf(path)).toBe(410)

  await page.getByRole('button', { name: 'Xoá dữ liệu cá nhân' }).click()
  await dialog.getByRole('checkbox', { name: 'Lần đăng 1' }).check()
  await dialog.getByRole('textbox').fill('Công dân yêu cầu.')
  await dialog.getByRole('button', { name: 'Xoá dữ liệu cá nhân' }).click()
  await dialog.getByText('Hãy đánh dấu là bạn đã hiểu.').waitFor()
  await isCleanDialog(page)
  await dialog.getByRole('checkbox', { name: /^Tôi hiểu/ }).check()
  await dialog.getByRole('button', { name: 'Xoá dữ liệu cá nhân' }).click()
  await page.getByText(/^Đã xoá nội dung của những lần đăng đã chọn/).waitFor()
  await page.getByText('Nội dung của lần đăng gần nhất đã xoá vì có dữ liệu cá nhân.').waitFor()
  expect(await page.getByRole('button', { name: 'Đăng lại' }).count()).toBe(0)
})

test('a draft is given to somebody, copied, and deleted after a question', async () => {
  const page = await openArticle('publisher', (publisher) => publisher.draft(content('Bản nháp')))
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Giao bài' }).click()
  await dialog.getByLabel('Phụ trách').selectOption({ index: 1 })
  await isCleanDialog(page)
  await dialog.getByRole('button', { name: 'Giao bài' }).click()
  await page.getByText(/^Đã giao bài cho/).waitFor()

  const before = page.url()
  await page.getByRole('button', { name: 'Nhân bản' }).click()
  await page.waitForURL((url) => url.href !== before)
  await page.getByText('Phụ trách: Chưa giao ai').waitFor()
  await page.getByRole('button', { name: 'Xoá bản nháp' }).click()
  await isCleanDialog(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Xoá bản nháp')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Xoá bản nháp' }).click()
  await page.waitForURL('**/ban-bien-tap/bai')
  await page.getByRole('heading', { level: 1, name: 'Bài' }).waitFor()
})
