import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { noSessionLine, phone, uniqueTitle } from '../support/desk.ts'
import { type Editor, signInAs, signInWith } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { openPage, type PageOptions } from '../support/open-page.ts'
import { givePassword, isInside, type OwnPerson, ownPerson } from '../support/own-person.ts'
import { paragraphs } from '../support/shared-article.ts'

async function enter(person: OwnPerson, options: PageOptions = {}): Promise<Page> {
  const page = await openPage({ ...options, expected: [noSessionLine] })
  await page.goto('/ban-bien-tap')
  await givePassword(page, person)
  await isInside(page)
  return page
}

/** Has an article of the writer given back by an editor; answers its title. */
async function giveBack(writer: Editor, note: string): Promise<string> {
  const editor = await signInAs('editor')
  const title = uniqueTitle('Bài bị trả lại')
  const draft = await writer.draft({ title, body: paragraphs('Một đoạn.'), unitId: editor.unitId ?? '' })
  await editor.change(await writer.change(draft, '/submit'), '/return', { note })
  return title
}

const bell = (page: Page, name: string) => page.getByRole('banner').getByRole('link', { name, exact: true })

test('on a phone a reporter hears at once that an article was given back, and has read it by opening the article', async () => {
  const person = await ownPerson('reporter')
  const writer = await signInWith(person)
  const page = await enter(person, phone)
  await bell(page, 'Thông báo').click()
  await page.getByText('Chưa có thông báo nào.').waitFor()
  await isClean(page)
  await page.setViewportSize({ width: 360, height: 640 })
  const [first, second] = [await giveBack(writer, 'Sapo chưa đạt.'), await giveBack(writer, 'Thiếu số liệu.')]
  // By the desk's news, not by loading the page again.
  await bell(page, 'Thông báo: 2 chưa đọc').waitFor()
  await page.getByText('Sapo chưa đạt.').waitFor()
  await isClean(page)
  await page.setViewportSize({ width: 360, height: 640 })
  await page.getByRole('link', { name: first }).click()
  await page.getByRole('textbox', { name: 'Tiêu đề' }).waitFor()
  await bell(page, 'Thông báo: 1 chưa đọc').click()
  await page.getByRole('button', { name: `Đánh dấu đã đọc: ${second}` }).waitFor()
  // The list of before is shown until it is read anew.
  await expect.poll(() => page.getByRole('button', { name: /^Đánh dấu đã đọc/ }).count()).toBe(1)
  await page.getByRole('button', { name: 'Đánh dấu tất cả là đã đọc' }).click()
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Tất cả thông báo đã được đánh dấu là đã đọc.')
  await bell(page, 'Thông báo').waitFor()
  await page.getByRole('link', { name: 'Chưa đọc', exact: true }).click()
  await page.getByText('Bạn đã đọc hết.').waitFor()
})

test('a person says when mails come and of what, and sets a chat of which only the host is shown', async () => {
  const page = await enter(await ownPerson('publisher'))
  await page.goto('/ban-bien-tap/thong-bao?xem=cach-bao')
  await page.getByRole('radio', { name: /^Ngay khi có việc/ }).check()
  await page.getByRole('checkbox', { name: 'Bài được đăng' }).uncheck()
  await page.getByText(/^Máy chủ này chưa nối với máy chủ thư/).waitFor()
  await isClean(page)
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Đã lưu cách báo.').waitFor()
  await page.getByRole('button', { name: 'Đặt địa chỉ' }).click()
  await page.getByLabel('Địa chỉ webhook').fill('https://chat.example.org/hooks/bi-mat')
  await page.keyboard.press('Enter')
  await page.getByText('Đang báo qua chat.example.org.').waitFor()
  await page.reload()
  await page.getByText('Đang báo qua chat.example.org.').waitFor()
  expect([
    await page.getByRole('radio', { name: /^Ngay khi có việc/ }).isChecked(),
    await page.getByRole('checkbox', { name: 'Bài được đăng' }).isChecked(),
    (await page.content()).includes('bi-mat'),
  ]).toEqual([true, false, false])
})
