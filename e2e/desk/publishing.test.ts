import { describe, expect, inject, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDesk, phone, publicAddress, publish, save, uniqueTitle, writeArticle } from '../support/desk.ts'
import { openPage, type PageOptions } from '../support/open-page.ts'
import { blockTexts, fillBlock } from '../support/writing.ts'

const paragraphs = ['Sáng 28/12/2021, Ủy ban nhân dân tỉnh họp tổng kết.', 'Đại biểu thống nhất: “Nghiêm túc, đúng hạn”.']
const statusOf = async (path: string) => (await fetch(inject('siteUrl') + path)).status

describe.each<[string, PageOptions]>([
  ['a desktop', {}],
  ['a phone of 360 × 640', phone],
])('on %s', (_name, options) => {
  test('an article is written with its diacritics, published, read, taken down at one tap and put back', async () => {
    const page = await openDesk('publisher', options)
    const title = uniqueTitle('Hội nghị tổng kết thi đua, khen thưởng')
    await writeArticle(page, { title, paragraphs })
    await page.getByRole('combobox', { name: 'Chuyên mục' }).fill('kinh te')
    await page.getByRole('option', { name: 'Kinh tế' }).click()
    const address = await publish(page)

    const reader = await openPage({ expected: ['status of 404'] })
    await reader.goto(address)
    expect(await reader.locator('h1').textContent()).toBe(title)
    expect(await reader.locator('[data-article-body] p').allTextContents()).toEqual(paragraphs)

    await page.getByRole('button', { name: 'Gỡ ngay' }).click()
    await page.getByText(/^Đã gỡ lúc/).waitFor()
    await expect.poll(() => page.locator(':focus').textContent()).toMatch(/^Đã gỡ lúc/)
    expect(await axeFindings(page)).toEqual([])
    expect(await statusOf(address)).toBe(404)

    await page.getByRole('button', { name: 'Đăng lại' }).click()
    await page.getByText(/^Đã đăng lại lúc/).waitFor()
    expect(await statusOf(address)).toBe(200)
    await reader.close()
  })
})

test('a correction says on the public page what was wrong and what is right', async () => {
  const page = await openDesk('publisher')
  await writeArticle(page, { title: uniqueTitle('Bài sẽ đính chính'), paragraphs: ['Có 14 đơn vị tham gia.'] })
  const address = await publish(page)
  await fillBlock(page, 0, 'Có 15 đơn vị tham gia.')
  await page.getByRole('button', { name: 'Đăng bản sửa' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Đính chính/ }).check()
  await dialog.getByRole('button', { name: 'Đăng bản sửa' }).click()
  await dialog.getByText('Hãy ghi cả “Đã đăng” và “Sửa lại”.').waitFor()
  await dialog.getByRole('textbox', { name: /Đã đăng/ }).fill('14 đơn vị')
  await dialog.getByRole('textbox', { name: /Sửa lại/ }).fill('15 đơn vị')
  await dialog.getByRole('button', { name: 'Đăng bản sửa' }).click()
  await page.getByText(/^Đã đăng lúc .*, lần đăng 2\.$/).waitFor()
  const html = await (await fetch(inject('siteUrl') + address)).text()
  expect(html).toContain('Có 15 đơn vị tham gia.')
  expect(html).toContain('14 đơn vị')
})

test('a withdrawn article stays readable under the reason that had to be given', async () => {
  const page = await openDesk('publisher')
  await writeArticle(page, { title: uniqueTitle('Bài sẽ thu hồi'), paragraphs })
  const address = await publish(page)
  await page.getByRole('button', { name: 'Thu hồi' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Thu hồi' }).click()
  await dialog.getByText('Hãy ghi lý do.').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('textbox', { name: /Lý do/ }).fill('Số liệu chưa được kiểm chứng.')
  await dialog.getByRole('button', { name: 'Thu hồi' }).click()
  await page.getByText(/^Đã thu hồi lúc/).waitFor()
  await expect.poll(() => page.locator(':focus').textContent()).toMatch(/^Đã thu hồi lúc/)
  expect(await (await fetch(inject('siteUrl') + address)).text()).toContain('Số liệu chưa được kiểm chứng.')
})

test('a reporter writes and saves, and is shown no button that the API would refuse', async () => {
  const page = await openDesk('reporter')
  await writeArticle(page, { title: uniqueTitle('Bài của phóng viên'), paragraphs })
  await save(page)
  expect(new URL(page.url()).pathname).toMatch(/^\/ban-bien-tap\/bai\/[0-9a-f-]{36}$/)
  expect(await page.getByRole('button', { name: 'Đăng', exact: true }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Gỡ ngay' }).count()).toBe(0)
})

test('an auditor reads an article and is given nothing to change it with', async () => {
  const page = await openDesk('auditor')
  await page.getByLabel('Trạng thái đăng').selectOption('Đang đăng')
  await page.waitForURL('**/bai?trang-thai=dang-dang')
  await page.locator('main a[href^="/ban-bien-tap/bai/0"]').first().click()
  await page.getByText('Bạn xem được bài này nhưng không sửa được.').waitFor()
  expect(await page.locator('main').getByRole('textbox').count()).toBe(0)
  expect(await publicAddress(page)).toMatch(/^\/bai-viet\//)
})

test('the first save keeps the form as it is: the caret stays where it was, and the address is the article’s own', async () => {
  const page = await openDesk('publisher')
  await writeArticle(page, { title: uniqueTitle('Lưu lần đầu'), paragraphs: ['Một hai'] })
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+s')
  await page.getByText(/^Đã lưu lúc/).waitFor()
  await page.keyboard.insertText('X')
  expect(await blockTexts(page)).toEqual(['Một haXi'])
  await page.goBack()
  await page.getByRole('dialog', { name: 'Rời đi khi chưa lưu?' }).waitFor()
})
