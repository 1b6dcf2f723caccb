import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { noSessionLine, openDesk, openDeskAt, phone, uniqueTitle } from '../support/desk.ts'
import { ask, signInAs, signInWith } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { goTo } from '../support/menu.ts'
import { openPage } from '../support/open-page.ts'
import { givePassword, invite, isInside, type OwnPerson } from '../support/own-person.ts'
import { paragraphs } from '../support/shared-article.ts'

const password = 'bảy con vịt qua sông'
const dialogOf = (page: Page) => page.getByRole('dialog')
/** What is looked at narrow and wide is a phone again. */
const asPhone = (page: Page) => page.setViewportSize({ width: 360, height: 640 })
const uniqueName = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`

/** Sets a password by the link that an administrator was shown. */
async function accept(url: string): Promise<void> {
  const headers = { origin: inject('siteUrl') }
  await ask('/api/v1/auth/invitations', { method: 'POST', headers, body: { token: url.split('#')[1], password } })
}

async function userNamed(name: string): Promise<OwnPerson> {
  const invited = await invite('publisher', uniqueName(name))
  await accept(invited.url)
  return { ...invited, password }
}

/** The page of somebody who is found by name. */
async function openUser(page: Page, name: string): Promise<void> {
  await goTo(page, 'Người dùng')
  await page.getByRole('searchbox', { name: 'Tìm theo tên hoặc thư điện tử' }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 2, name: 'Vai trò' }).waitFor()
}

async function chooseIn(page: Page, label: string, text: string): Promise<void> {
  await dialogOf(page).getByRole('combobox', { name: label }).fill(text)
  await dialogOf(page).getByRole('option', { name: text }).first().click()
}

test('on a phone somebody is invited by a link that is shown once, comes in, gets another role, and is out when the account is disabled', async () => {
  const [name, email] = [uniqueName('Nguyễn Thị Mới'), `${crypto.randomUUID()}@example.gov.vn`]
  const page = await openDesk('admin', phone)
  await goTo(page, 'Người dùng')
  await page.getByText(/^Đang hiện/).waitFor()
  await isClean(page)
  await asPhone(page)
  await page.getByRole('button', { name: 'Mời người dùng' }).click()
  await dialogOf(page).getByRole('button', { name: 'Tạo lời mời' }).click()
  await dialogOf(page).getByText('Hãy chọn một đơn vị, hoặc toàn trang.').waitFor()
  await isClean(page)
  await asPhone(page)
  await dialogOf(page)
    .getByRole('textbox', { name: /^Họ tên/ })
    .fill(name)
  await dialogOf(page)
    .getByRole('textbox', { name: /^Thư điện tử/ })
    .fill(email)
  await chooseIn(page, 'Ở đâu', 'Sở Nội vụ')
  await dialogOf(page).getByRole('button', { name: 'Tạo lời mời' }).click()
  const link = dialogOf(page).getByLabel('Đường dẫn', { exact: true })
  await dialogOf(page).getByRole('img', { name: 'Mã QR của đường dẫn' }).locator('path').nth(1).waitFor()
  await isClean(page)
  await asPhone(page)
  await accept(await link.inputValue())
  await dialogOf(page).getByRole('button', { name: 'Xong' }).click()
  await expect.poll(() => page.locator(':focus').textContent()).toBe(`Đã mời ${name}.`)

  const other = await openPage({ expected: [noSessionLine] })
  await other.goto('/ban-bien-tap')
  await givePassword(other, { email, name, password })
  await isInside(other)

  await openUser(page, name)
  await page.getByRole('button', { name: 'Thêm vai trò' }).click()
  await dialogOf(page)
    .getByRole('radio', { name: /^Người duyệt đăng/ })
    .check()
  await chooseIn(page, 'Ở đâu', 'Sở Y tế')
  await isClean(page)
  await asPhone(page)
  await dialogOf(page).getByRole('button', { name: 'Thêm', exact: true }).click()
  await page.getByRole('button', { name: 'Lưu vai trò' }).click()
  await page.getByText(/^Đã lưu vai trò/).waitFor()
  await isClean(page)
  await asPhone(page)
  await page.getByRole('button', { name: 'Chỉ khoá tài khoản' }).click()
  await dialogOf(page).getByRole('button', { name: 'Khoá tài khoản' }).click()
  await page.getByText('Đã khoá tài khoản. Mọi phiên đã kết thúc.').waitFor()
  await other.reload()
  await other.getByLabel('Thư điện tử').waitFor()

  await page.getByRole('link', { name: 'Xem nhật ký của tài khoản này' }).click()
  await expect
    .poll(() => page.locator('main strong').allTextContents())
    .toEqual(['Khoá tài khoản', 'Đổi vai trò', 'Nhận lời mời, đặt mật khẩu', 'Tạo tài khoản'])
})

test('the work of somebody who leaves is handed over by one name and one press', async () => {
  const [leaver, successor] = [await userNamed('Trần Sắp Nghỉ'), await userNamed('Lê Nhận Việc')]
  const writer = await signInWith(leaver)
  const unitId = (await signInAs('editor')).unitId ?? ''
  const draft = await writer.draft({ title: uniqueTitle('Bài dở dang'), body: paragraphs('Một đoạn.'), unitId })
  const page = await openDesk('admin')
  await openUser(page, leaver.name)
  await page.getByRole('button', { name: 'Bàn giao công việc' }).click()
  await dialogOf(page).getByRole('link', { name: draft.title }).waitFor()
  await dialogOf(page).getByRole('button', { name: 'Bàn giao', exact: true }).click()
  await dialogOf(page)
    .getByText(/^Hãy chọn người nhận/)
    .waitFor()
  await isClean(page)
  await chooseIn(page, 'Người nhận bàn giao', 'Phạm Thu Hà')
  await dialogOf(page).getByText('Giao 1 bài đang làm cho Phạm Thu Hà.').waitFor()
  await chooseIn(page, 'Người nhận bàn giao', successor.name)
  await dialogOf(page).getByText(`Giao 1 bài đang làm cho ${successor.name}.`).waitFor()
  await dialogOf(page).getByRole('button', { name: 'Bàn giao', exact: true }).click()
  await dialogOf(page).getByText('Bài đang làm: 1').waitFor()
  await isClean(page)
  await dialogOf(page).getByRole('button', { name: 'Xong' }).click()
  await expect.poll(() => page.locator(':focus').textContent()).toBe(`Đã bàn giao công việc của ${leaver.name}.`)
  await page.getByText('Người này không có vai trò nào').waitFor()
  const { assignee } = await (await signInAs('publisher')).call<{ assignee: { name: string } | null }>('GET', draft, '')
  expect(assignee?.name).toBe(successor.name)
})

test('an auditor sees who is there and is given nothing to change; a reporter has no such page', async () => {
  const page = await openDesk('auditor')
  await openUser(page, 'Trần Đức Anh')
  await page.getByText('Bạn xem được tài khoản này nhưng không đổi được.').waitFor()
  expect(await page.locator('main').locator('button, input').count()).toBe(0)
  await isClean(page)
  const reporter = await openDeskAt('/ban-bien-tap/nguoi-dung', 'reporter')
  await reporter.getByText('Không có gì ở địa chỉ này, hoặc bạn không có quyền xem.').waitFor()
})

test('an administrator among the users is led to his own account for e-mail and password', async () => {
  const page = await openDesk('admin', phone)
  await openUser(page, 'Trần Đức Anh')
  await page.getByText('admin@example.gov.vn').waitFor()
  const offered = page.locator('main').locator('button, input')
  expect(await offered.evaluateAll((all) => all.map((one) => one.getAttribute('name') ?? one.ariaLabel ?? one.textContent))).toEqual([
    'name',
    'Bỏ Quản trị, toàn trang',
    'Thêm vai trò',
  ])
  await isClean(page)
  await page.locator('main').getByRole('link', { name: 'Tài khoản của tôi' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor()
})
