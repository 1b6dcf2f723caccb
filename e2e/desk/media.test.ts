import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDesk, phone, publish, uniqueTitle } from '../support/desk.ts'
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

/** The page of a file that has just come in; gives its id. */
async function openUploaded(page: Page, name: string): Promise<string> {
  const line = page.getByRole('region', { name: 'Tệp đang tải lên' }).getByRole('listitem').filter({ hasText: name })
  await line.getByRole('link', { name: 'Ghi mô tả' }).click()
  await page.getByRole('heading', { level: 2, name: 'Mô tả' }).waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
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

test('on a phone two photos are brought in, one described and framed by keyboard alone, shown at the head of an article and in it, and readers see them', async () => {
  const page = await openDesk('publisher', phone)
  const name = `Hội nghị ${crypto.randomUUID().slice(0, 8)}`
  await upload(page, [picture(`${name} 1.png`, makePng(900, 600, [40, 90, 160])), picture(`${name} 2.png`, makePng(3000, 400, 'noise'))])
  await isClean(page)
  await asPhone(page)

  const large = await openUploaded(page, `${name} 2.png`)
  // Too large for any screen: the browser has made it smaller before it was sent.
  await page.getByText('2.560 × 341').waitFor()
  await describePicture(page, `${name}, đại biểu`)
  await page.goBack()

  const first = await openUploaded(page, `${name} 1.png`)
  await describePicture(page, `${name}, toàn cảnh`)
  await page.getByRole('slider', { name: 'Điểm chính' }).focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator(':focus').getAttribute('aria-valuetext')).toBe('ngang 40 %, dọc 51 %')
  await page.getByRole('button', { name: 'Lưu khung hình' }).click()
  await page.getByText(/^Đã lưu khung hình/).waitFor()
  // No jobs are done here: one rendering stands in for all, for editors and for readers.
  await page.getByText(/^Ảnh đang được xử lý/).waitFor()
  await isDrawn(page.getByRole('img', { name: 'Ảnh gốc với khung cắt' }))
  await isClean(page)

  const title = uniqueTitle('Tổng kết có ảnh')
  const body = { type: 'doc' as const, content: [{ type: 'figure' as const, attrs: { mediaId: large } }] }
  const { id } = await (await signInAs('publisher')).draft({ title, sapo: 'Có hai ảnh.', body })
  await page.goto(`/ban-bien-tap/bai/${id}`)
  await page.getByRole('button', { name: 'Chọn ảnh', exact: true }).click()
  await dialogOf(page).getByRole('searchbox').fill(`${name}, toan canh`.toLowerCase())
  await dialogOf(page).getByText('Đang hiện 1 tệp').waitFor()
  await dialogOf(page).getByRole('radio').check()
  await isClean(page)
  await dialogOf(page).getByRole('button', { name: 'Dùng tệp này' }).click()
  await isDrawn(page.getByRole('group', { name: 'Ảnh chính' }).getByRole('img', { name: `${name}, toàn cảnh` }))
  const address = await publish(page)

  const reader = await openPage()
  await reader.goto(address)
  const images = reader.locator('article img')
  for (const [place, mediaId] of [first, large].entries()) {
    await isDrawn(images.nth(place))
    // Without a signature: what readers see is public.
    expect(await images.nth(place).evaluate(({ src }: HTMLImageElement) => src)).toMatch(new RegExp(`/media/${mediaId}/\\d+/[a-z0-9.-]+$`))
  }
  expect(await images.evaluateAll((all) => all.slice(0, 2).map((image) => image.getAttribute('alt')))).toEqual([
    `${name}, toàn cảnh`,
    `${name}, đại biểu`,
  ])

  await page.goto(`/ban-bien-tap/thu-vien/${first}`)
  await page.getByRole('link', { name: title }).waitFor()
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
