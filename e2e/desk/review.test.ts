import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { axeFindings, overflow } from '../support/check-page.ts'
import { openDesk, phone, save, uniqueTitle, writeArticle } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import type { PageOptions } from '../support/open-page.ts'
import { askForSecondPerson, reviewedCategory } from '../support/second-person.ts'
import { fillBlock } from '../support/writing.ts'

let categoryId: string
beforeAll(async () => {
  categoryId = await askForSecondPerson()
})

const dialogOf = (page: Page) => page.getByRole('dialog')
const pressed = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const answered = (page: Page, name: string) => dialogOf(page).getByRole('button', { name, exact: true }).click()

/** An open dialog without findings that fits the window. */
async function isClean(page: Page): Promise<void> {
  await dialogOf(page).waitFor()
  expect(await axeFindings(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
}

/** Opens the article from the list that a number of the overview leads to. */
async function openFrom(page: Page, overview: RegExp, title: string): Promise<void> {
  await page.goto('/ban-bien-tap/bai')
  await page.getByRole('navigation', { name: 'Việc đang chờ' }).getByRole('link', { name: overview }).click()
  await page.locator('main').getByRole('link', { name: title }).click()
  await page.getByRole('region', { name: 'Việc với bài này' }).waitFor()
}

/** Writes and saves an article that needs a second person. */
async function writeReviewed(page: Page, title: string): Promise<void> {
  await writeArticle(page, { title, paragraphs: ['Một đoạn văn.'] })
  await page.getByRole('combobox', { name: 'Chuyên mục' }).fill(reviewedCategory.name)
  await page.getByRole('option', { name: reviewedCategory.name }).click()
  await save(page)
}

describe.each<[string, PageOptions]>([
  ['a desktop', {}],
  ['a phone of 360 × 640', phone],
])('on %s', (_name, options) => {
  // Two people and eight moves, longer than other journeys.
  test('an article goes to review, is recalled, submitted, returned with a note, submitted again, approved and scheduled', {
    timeout: 180_000,
  }, async () => {
    const author = await openDesk('reporter', options)
    const title = uniqueTitle('Bài phải duyệt')
    await writeReviewed(author, title)
    await pressed(author, 'Gửi duyệt')
    await isClean(author)
    await dialogOf(author).getByRole('textbox').fill('Cần đăng trong tuần này.')
    await answered(author, 'Gửi duyệt')
    await author.getByText(/^Đã gửi duyệt lúc/).waitFor()
    await expect.poll(() => author.locator(':focus').textContent()).toMatch(/^Đã gửi duyệt lúc/)
    expect(await author.locator('main').getByRole('textbox').count()).toBe(0)
    expect(await axeFindings(author)).toEqual([])
    await pressed(author, 'Rút lại')
    await author.getByText(/^Đã rút lại lúc/).waitFor()
    await pressed(author, 'Gửi duyệt')
    await answered(author, 'Gửi duyệt')
    await author.getByText(/^Đã gửi duyệt lúc/).waitFor()

    const reviewer = await openDesk('publisher', options)
    await openFrom(reviewer, /Chờ tôi duyệt/, title)
    await pressed(reviewer, 'Trả lại')
    await answered(reviewer, 'Trả lại')
    await reviewer.getByText('Hãy ghi cần sửa gì.').waitFor()
    await isClean(reviewer)
    await dialogOf(reviewer).getByRole('textbox').fill('Thiếu nguồn của số liệu.')
    await answered(reviewer, 'Trả lại')
    await reviewer.getByText(/^Đã trả lại lúc/).waitFor()

    await openFrom(author, /Bản nháp của tôi/, title)
    await author.getByText(/đã trả lại bài lúc .* Lời nhắn ở mục “Trao đổi”/).waitFor()
    await fillBlock(author, 0, 'Một đoạn văn có nguồn.')
    await pressed(author, 'Gửi duyệt')
    await answered(author, 'Gửi duyệt')
    await author.getByText(/^Đã gửi duyệt lúc/).waitFor()

    await openFrom(reviewer, /Chờ tôi duyệt/, title)
    await pressed(reviewer, 'Duyệt')
    await isClean(reviewer)
    await answered(reviewer, 'Duyệt')
    await reviewer.getByText(/^Đã duyệt lúc/).waitFor()
    await pressed(reviewer, 'Hẹn giờ')
    await isClean(reviewer)
    await dialogOf(reviewer).getByLabel('Ngày đăng').fill('2050-11-27')
    await dialogOf(reviewer)
      .getByText(/^Tự thu hồi vào một giờ/)
      .click()
    await isClean(reviewer)
    await answered(reviewer, 'Hẹn giờ')
    await reviewer.getByText('Đã hẹn giờ đăng: 07:00, 27/11/2050.').waitFor()
    await reviewer.getByText('Hẹn giờ 07:00 27/11/2050').waitFor()
    expect(await axeFindings(reviewer)).toEqual([])

    await openFrom(author, /Hẹn giờ đăng/, title)
    await author.getByText(/^Bài hẹn giờ đăng lúc 07:00, 27\/11\/2050, do Nguyễn Minh Châu hẹn/).waitFor()
    expect(await author.getByRole('button', { name: 'Bỏ hẹn giờ' }).count()).toBe(0)
  })
})

test('who wrote last is not offered to approve it, and is told why; a colleague is', async () => {
  const page = await openDesk('publisher')
  const title = uniqueTitle('Bài của người duyệt')
  await writeReviewed(page, title)
  expect(await page.getByRole('button', { name: 'Đăng', exact: true }).count()).toBe(0)
  await pressed(page, 'Gửi duyệt')
  await answered(page, 'Gửi duyệt')
  await page.getByText('Cần người khác duyệt: bạn là người sửa sau cùng.').waitFor()
  const approve = page.getByRole('button', { name: 'Duyệt', exact: true })
  expect(await approve.getAttribute('aria-disabled')).toBe('true')
  expect(await axeFindings(page)).toEqual([])
  const admin = await openDesk('admin')
  await openFrom(admin, /Chờ tôi duyệt/, title)
  await pressed(admin, 'Duyệt')
  await answered(admin, 'Duyệt')
  await admin.getByText(/^Đã duyệt lúc/).waitFor()
})

test('what was published by force stays on its list, with why, until it is approved', async () => {
  const [page, editor] = [await openDesk('publisher'), await signInAs('editor')]
  const unit = editor.unitId ? { unitId: editor.unitId } : {}
  const title = uniqueTitle('Tin khẩn')
  const { id } = await editor.draft({ title, categoryIds: [categoryId], ...unit })
  await page.goto(`/ban-bien-tap/bai/${id}`)
  await pressed(page, 'Đăng trước, duyệt sau')
  await answered(page, 'Đăng trước, duyệt sau')
  await page.getByText('Hãy ghi vì sao không chờ được.').waitFor()
  await isClean(page)
  await dialogOf(page).getByRole('textbox').fill('Bão đổ bộ trong đêm nay.')
  await answered(page, 'Đăng trước, duyệt sau')
  await page.getByText(/^Đã đăng lúc/).waitFor()
  const address = await page.getByText('Địa chỉ của bài từ bây giờ:').locator('..').getByRole('link').getAttribute('href')
  expect((await fetch(address ?? '')).status).toBe(200)
  expect(address).toMatch(new RegExp(`^${inject('siteUrl')}/bai-viet/`))

  await openFrom(page, /Đăng trước, duyệt sau/, title)
  await page.getByText('Vì sao không chờ được: Bão đổ bộ trong đêm nay.').waitFor()
  await pressed(page, 'Duyệt')
  await answered(page, 'Duyệt')
  await page.getByText(/^Đã duyệt bài đã đăng/).waitFor()
  await page.goto('/ban-bien-tap/bai?dang-truoc=true')
  await page
    .getByText(/^Đang hiện|^Không có bài nào khớp/)
    .first()
    .waitFor()
  expect(await page.locator('main').getByRole('link', { name: title }).count()).toBe(0)
})
