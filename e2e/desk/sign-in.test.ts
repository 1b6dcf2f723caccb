import { expect, inject, test } from 'vitest'
import { codeOf } from '../support/app-code.ts'
import { noSessionLine, phone } from '../support/desk.ts'
import { isClean } from '../support/is-clean.ts'
import { openPage } from '../support/open-page.ts'
import { givePassword, invite, isInside, ownPerson, withSecondFactor } from '../support/own-person.ts'

test('whoever is invited sets a password on a phone and is inside; the secret leaves the address, and the link opens nothing again', async () => {
  const { url } = await invite('reporter')
  const page = await openPage({ ...phone, expected: ['status of 400', 'status of 404'] })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(url)
  await page.getByText('Chào Đỗ Thị Mai. Hãy đặt mật khẩu cho tài khoản của bạn để bắt đầu làm việc.').waitFor()
  expect(page.url()).toBe(`${inject('siteUrl')}/dang-nhap/mat-khau`)
  await isClean(page)
  await page.setViewportSize({ width: 360, height: 640 })
  await page.getByRole('textbox', { name: 'Mật khẩu mới' }).fill('matkhau123')
  await page.keyboard.press('Enter')
  await page.getByText(/^Mật khẩu này nhiều người dùng/).waitFor()
  await page.getByRole('textbox', { name: 'Mật khẩu mới' }).fill('bảy con vịt qua sông')
  await page.keyboard.press('Enter')
  await isInside(page)
  expect(asked.filter((address) => address.includes(url.split('#')[1] ?? url) || address.includes('/analytics/'))).toEqual([])

  await page.goto(url)
  await page.getByText('Đường dẫn này không dùng được nữa').waitFor()
  await isClean(page)
})

test('an account with a second factor is asked for a code once on a device that is trusted, and takes a recovery code as well', async () => {
  const person = await ownPerson('editor')
  const { secret, recoveryCodes } = await withSecondFactor(person)
  const page = await openPage({ expected: [noSessionLine] })
  await page.goto('/dang-nhap')
  await givePassword(page, person)
  await page.getByLabel('Mã xác thực').waitFor()
  expect(await page.locator(':focus').getAttribute('autocomplete')).toBe('one-time-code')
  await isClean(page)
  await page.getByLabel('Mã xác thực').fill(recoveryCodes[0]?.replace(/./, (first) => (first === 'A' ? 'B' : 'A')) ?? '')
  await page.keyboard.press('Enter')
  await page.getByText(/^Mã không đúng hoặc đã dùng rồi/).waitFor()
  await isClean(page)
  await page.getByLabel('Mã xác thực').fill(codeOf(secret, 1))
  await page.getByRole('checkbox', { name: /^Tin cậy thiết bị này 30 ngày/ }).check()
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await isInside(page)

  await page.getByRole('button', { name: person.name }).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await givePassword(page, person)
  await isInside(page)

  const elsewhere = await openPage({ ...phone, expected: [noSessionLine] })
  await elsewhere.goto('/dang-nhap')
  await givePassword(elsewhere, person)
  await elsewhere.getByRole('button', { name: 'Không có điện thoại? Dùng mã dự phòng' }).click()
  await elsewhere.getByLabel('Mã dự phòng').fill(recoveryCodes[1]?.toLowerCase() ?? '')
  await elsewhere.keyboard.press('Enter')
  await isInside(elsewhere)
})

test('a forgotten password is asked for by the keyboard alone, and nothing tells whether there is such an account', async () => {
  const page = await openPage({ expected: [noSessionLine] })
  await page.goto('/dang-nhap')
  await page.getByRole('link', { name: 'Quên mật khẩu?' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Quên mật khẩu' }).waitFor()
  await isClean(page)
  await page.getByLabel('Thư điện tử').fill('khong-ai@example.gov.vn')
  await page.keyboard.press('Enter')
  await page.getByText(/^Nếu có tài khoản với địa chỉ khong-ai@example\.gov\.vn/).waitFor()
  expect(await page.locator(':focus').textContent()).toContain('Quản trị viên tạo được đường dẫn ấy')
  await isClean(page)
})

test('a site without an administrator leads from the door to its first set-up; this one says that it has one', async () => {
  const page = await openPage({ expected: [noSessionLine] })
  await page.goto('/dang-nhap/thiet-lap')
  await page.getByText(/^Trang đã được thiết lập/).waitFor()
  await isClean(page)
  await page.route('**/api/v1/auth/setup', (route) => route.fulfill({ json: { isNeeded: true } }))
  await page.goto('/dang-nhap')
  await page.waitForURL('**/dang-nhap/thiet-lap')
  await page.getByRole('button', { name: 'Tạo tài khoản quản trị' }).click()
  await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('code')
  await page.getByRole('radio', { name: /^Luôn cần người thứ hai duyệt/ }).check()
  await isClean(page)
})
