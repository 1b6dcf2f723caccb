import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDesk, openDeskAt, phone, publish, save, uniqueTitle } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { makePng } from '../support/make-png.ts'
import { goTo } from '../support/menu.ts'
import { openPage } from '../support/open-page.ts'

const asPhone = (page: Page) => page.setViewportSize({ width: 360, height: 640 })
const picture = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer })
const dialogOf = (page: Page) => page.getByRole('dialog')

/** Brings files into the library from its page, and waits until all are there. */
async function upload(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await goTo(page, 'Thư viện')
  await page.locator('main input[type="file"]').setInputFiles(files)
  await page.getByText(`Đã tải xong ${files.length} trên ${files.length} tệp.`).waitFor()
}

/** The page of a file that has just come in. */
async function openUploaded(page: Page, name: string): Promise<void> {
  const line = page.getByRole('region', { name: 'Tệp đang tải lên' }).getByRole('listitem').filter({ hasText: name })
  await line.getByRole('link', { name: 'Ghi mô tả' }).click()
  await page.getByRole('heading', { level: 2, name: 'Mô tả' }).waitFor()
}

async function describePicture(page: Page, alt: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Mô tả ảnh/ }).fill(alt)
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Đã lưu mô tả.').waitFor()
}

/** Waits until the picture is really there: loaded, and of some size. */
async function isDrawn(image: Locator): Promise<void> {
  await image.scrollIntoViewIfNeeded()
  await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth > 0)).toBe(true)
}

test('on a phone two photos are brought in, and one is described and framed by keyboard alone', async () => {
  const page = await openDesk('publisher', phone)
  const name = uniqueTitle('Hội nghị')
  await upload(page, [picture(`${name} 1.png`, makePng(900, 600, [40, 90, 160])), picture(`${name} 2.png`, makePng(3000, 400, 'noise'))])
  await isClean(page)
  await asPhone(page)

  await openUploaded(page, `${name} 2.png`)
  // Too large for any screen: the browser has made it smaller before it was sent.
  await page.getByText('2.560 × 341').waitFor()
  await page.goBack()

  await openUploaded(page, `${name} 1.png`)
  await describePicture(page, `${name}, toàn cảnh`)
  await page.getByRole('slider', { name: 'Điểm chính' }).focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator(':focus').getAttribute('aria-valuetext')).toBe('ngang 40 %, dọc 51 %')
  await page.getByRole('button', { name: 'Lưu khung hình' }).click()
  await page.getByText(/^Đã lưu khung hình/).waitFor()
  // No jobs are done here: one rendering stands in for all.
  await page.getByText(/^Ảnh đang được xử lý/).waitFor()
  await isDrawn(page.getByRole('img', { name: 'Ảnh gốc với khung cắt' }))
  await isClean(page)
})

test('a picture that is brought in while one is chosen stands at the head of an article and in it, and readers see it', async () => {
  const editor = await signInAs('publisher')
  const draft = await editor.draft({ title: uniqueTitle('Tổng kết có ảnh'), sapo: 'Có ảnh.' })
  const page = await openDeskAt(`/ban-bien-tap/bai/${draft.id}`, 'publisher')
  await page.getByRole('button', { name: 'Chọn ảnh', exact: true }).click()
  await dialogOf(page)
    .locator('input[type="file"]')
    .setInputFiles(picture('toan-canh.png', makePng(900, 600, [160, 90, 40])))
  await dialogOf(page).getByText('Đã có trong thư viện').waitFor()
  await isClean(page)
  await dialogOf(page).getByRole('button', { name: 'Dùng tệp này' }).click()
  await page.getByText(/^Ảnh chưa có mô tả hay chú thích/).waitFor()
  await save(page)

  const kept = await editor.call<EditorialArticle>('GET', draft, '')
  const mediaId = kept.heroMediaId ?? ''
  await editor.change(kept, '', { body: { type: 'doc', content: [{ type: 'figure', attrs: { mediaId } }] } })
  await page.goto(`/ban-bien-tap/thu-vien/${mediaId}`)
  await describePicture(page, 'Toàn cảnh hội nghị')
  await page.getByRole('link', { name: draft.title }).click()
  await isDrawn(page.getByRole('group', { name: 'Ảnh chính' }).getByRole('img', { name: 'Toàn cảnh hội nghị' }))
  const address = await publish(page)

  const reader = await openPage()
  await reader.goto(address)
  const images = reader.getByRole('img', { name: 'Toàn cảnh hội nghị' })
  expect(await images.count()).toBe(2)
  for (const image of await images.all()) {
    await isDrawn(image)
    // Without a signature: what readers see is public.
    expect(await image.evaluate(({ src }: HTMLImageElement) => src)).toMatch(new RegExp(`/media/${mediaId}/\\d+/[a-z0-9.-]+$`))
  }

  await page.goto(`/ban-bien-tap/thu-vien/${mediaId}`)
  await page.getByRole('button', { name: 'Xoá tệp' }).click()
  await dialogOf(page)
    .getByText(/^Chưa xoá được: 1 bài/)
    .waitFor()
})

test('a text file is opened as a draft', async () => {
  const page = await openDesk('publisher')
  const title = uniqueTitle('Tin từ tệp')
  const text = `# ${title}\n\nĐoạn **đầu** của tệp.\n`
  await page.locator('main input[type="file"]').setInputFiles({ name: 'tin.md', mimeType: 'text/markdown', buffer: Buffer.from(text) })
  await dialogOf(page).getByText('Đoạn đầu của tệp.').waitFor()
  await isClean(page)
  expect(await dialogOf(page).getByRole('textbox', { name: 'Tiêu đề' }).inputValue()).toBe(title)
  await dialogOf(page).getByRole('button', { name: 'Tạo bản nháp' }).click()
  await expect.poll(() => page.getByRole('textbox', { name: 'Tiêu đề' }).inputValue()).toBe(title)
})
