import type { Me } from '@bantin/shared/auth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { codeOf } from '../support/app-code.ts'
import { axeFindings } from '../support/check-page.ts'
import { giveSession, noSessionLine, phone, uniqueTitle, writeArticle } from '../support/desk.ts'
import { isClean } from '../support/is-clean.ts'
import { openPage, type PageOptions } from '../support/open-page.ts'
import { isInside, type OwnPerson, ownPerson } from '../support/own-person.ts'
import { titleField } from '../support/shared-article.ts'
import { blocks, blockTexts } from '../support/writing.ts'

async function enter(person: OwnPerson, options: PageOptions = {}): Promise<Page> {
  const page = await openPage({ ...options, expected: [noSessionLine, ...(options.expected ?? [])] })
  await giveSession(page, person)
  await page.goto('/ban-bien-tap')
  await isInside(page)
  return page
}

async function toAccount(page: Page, { name }: OwnPerson): Promise<void> {
  await page.getByRole('button', { name }).click()
  await page.getByRole('menuitem', { name: 'Tài khoản của tôi' }).click()
  await page.getByRole('heading', { level: 2, name: 'Thiết bị tin cậy' }).waitFor()
}

/** Gives the password and, with the secret that the page shows, the first code. */
async function connectApp(page: Page, password: string): Promise<string> {
  const step = page.locator('form', { hasText: 'Bước 1/3' })
  await step.getByLabel('Mật khẩu đang dùng').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: 'Mã QR để nối ứng dụng tạo mã' }).locator('path').nth(1).waitFor()
  return (await page.locator('form', { hasText: 'Bước 2/3' }).locator('code').textContent()) ?? ''
}

test('on a phone a person turns the second factor on and keeps the codes; each step is clean', async () => {
  const person = await ownPerson('reporter')
  const page = await enter(person, phone)
  await toAccount(page, person)
  await isClean(page)
  await page.setViewportSize({ width: 360, height: 640 })
  await page.getByRole('button', { name: 'Bật lớp xác thực thứ hai' }).click()
  const secret = await connectApp(page, person.password)
  expect(await page.locator(':focus').textContent()).toBe('Bước 2/3: Nối ứng dụng')
  await isClean(page)
  await page.getByLabel('Mã đang hiện trong ứng dụng').fill(codeOf(secret))
  await page.keyboard.press('Enter')
  await page.getByText('Các mã này chỉ hiện một lần, ở đây.').waitFor()
  await isClean(page)
  await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click()
  await page.getByText('Còn 10 mã dự phòng chưa dùng.').waitFor()
  await page.getByRole('button', { name: 'Tắt lớp xác thực thứ hai' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Mật khẩu đang dùng').fill(person.password)
  await dialog.getByLabel('Mã xác thực').fill(codeOf(secret, 1))
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('Đã tắt lớp xác thực thứ hai.').waitFor()
})

test('a new name is on the desk at once; a new password ends the other device, while this one’s pages go on', async () => {
  const person = await ownPerson('reporter')
  const elsewhere = await enter(person)
  const page = await enter(person, { expected: ['status of 403'] })
  await toAccount(page, person)
  const beside = await page.context().newPage()
  await beside.goto('/ban-bien-tap/bai')
  await isInside(beside)

  await page.getByRole('textbox', { name: 'Họ tên' }).fill('Đỗ Thị Mai Anh')
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Đã lưu hồ sơ.').waitFor()
  await page.getByRole('button', { name: 'Đỗ Thị Mai Anh' }).waitFor()
  expect(await page.getByRole('list', { name: 'Các phiên đang mở' }).getByRole('listitem').count()).toBe(2)

  const change = async (current: string): Promise<void> => {
    const section = page.getByRole('region', { name: 'Mật khẩu', exact: true })
    await section.getByRole('textbox', { name: 'Mật khẩu đang dùng' }).fill(current)
    await section.getByRole('textbox', { name: 'Mật khẩu mới' }).fill('tám con vịt qua sông')
    await page.keyboard.press('Enter')
  }
  await change('không phải mật khẩu')
  await page.getByText('Mật khẩu không đúng.').waitFor()
  await isClean(page)
  await change(person.password)
  await page.getByText('Đã đổi mật khẩu. Các máy khác đã bị đăng xuất.').waitFor()
  await expect.poll(() => page.getByRole('list', { name: 'Các phiên đang mở' }).getByRole('listitem').count()).toBe(1)

  await beside.getByLabel('Của ai').selectOption({ index: 1 })
  await beside
    .getByText(/^(Đang hiện|Không có bài)/)
    .first()
    .waitFor()
  await elsewhere.getByLabel('Của ai').selectOption({ index: 1 })
  await elsewhere.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor()
})

test('a session on another device is ended after a question', async () => {
  const person = await ownPerson('reporter')
  await enter(person)
  const page = await enter(person)
  await toAccount(page, person)
  await page.getByRole('button', { name: /^Kết thúc phiên trên Chrome/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Kết thúc' }).click()
  await page.getByText('Đã kết thúc phiên.').waitFor()
  expect(await page.getByRole('list', { name: 'Các phiên đang mở' }).getByRole('listitem').count()).toBe(1)
})

test('while the site asks a second factor nothing else can be done, and what was typed is saved when it is on', async () => {
  const person = await ownPerson('publisher')
  const page = await enter(person, { expected: ['status of 403'] })
  const title = uniqueTitle('Viết dở')
  await writeArticle(page, { title, paragraphs: ['Một đoạn chưa lưu.'] })
  // The site's rule would hold for the people of all journeys: it is played for this page alone.
  let isOn = false
  const refusal = { status: 403, contentType: 'application/problem+json', body: JSON.stringify({ code: 'second_factor_required' }) }
  await page.route('**/api/v1/editorial/articles', (route) => (isOn ? route.continue() : route.fulfill(refusal)))
  await page.route('**/api/v1/auth/me', async (route) => {
    const answer = await route.fetch()
    const me: Me = await answer.json()
    isOn = me.secondFactor.isOn
    await route.fulfill({ response: answer, json: { ...me, secondFactor: { ...me.secondFactor, isRequired: true } } })
  })
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByRole('dialog', { name: 'Cần bật lớp xác thực thứ hai' }).waitFor()
  await page.getByLabel('Mật khẩu đang dùng').waitFor()
  await isClean(page)
  const secret = await connectApp(page, person.password)
  await page.getByLabel('Mã đang hiện trong ứng dụng').fill(codeOf(secret))
  await page.keyboard.press('Enter')
  await page.getByText('Các mã này chỉ hiện một lần, ở đây.').waitFor()
  await isClean(page)
  await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click()
  await page.getByText(/^Đã lưu lúc/).waitFor()
  expect([await titleField(page).inputValue(), await blockTexts(page), await blocks(page).count()]).toEqual([
    title,
    ['Một đoạn chưa lưu.'],
    1,
  ])
})
