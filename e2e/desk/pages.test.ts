import { describe, expect, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { noSessionLine, openDesk, openDeskAt, publish, uniqueTitle, writeArticle } from '../support/desk.ts'
import { isClean } from '../support/is-clean.ts'
import { openPage } from '../support/open-page.ts'

describe('clean for axe in light and dark, and fitting 320 pixels with targets of 24:', () => {
  test('signing in, also after a wrong password', async () => {
    const page = await openPage({ expected: [noSessionLine] })
    await page.goto('/dang-nhap')
    await page.getByRole('heading', { name: 'Ban biên tập' }).waitFor()
    await isClean(page)
    await page.getByLabel('Thư điện tử').fill('khong-ai@example.gov.vn')
    await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('sai mật khẩu')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByText('Thư điện tử hoặc mật khẩu không đúng.').waitFor()
    await isClean(page)
  })

  test('the list, filtered to nothing, and the account’s menu', async () => {
    const page = await openDesk('publisher')
    await page.locator('main table a').first().waitFor()
    await isClean(page)
    await page.goto('/ban-bien-tap/bai?don-vi=00000000-0000-7000-8000-000000000000')
    await page.getByText('Không có bài nào khớp với bộ lọc.').waitFor()
    await isClean(page)
    await page.getByRole('button', { name: 'Nguyễn Minh Châu' }).click()
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  test('the form of a published article with all its fields', async () => {
    const page = await openDeskAt('/ban-bien-tap/bai?trang-thai=dang-dang', 'publisher')
    await page.locator('main table a').first().click()
    await page.getByRole('button', { name: 'Gỡ ngay' }).waitFor()
    await page.getByText('Gỡ kèm lý do').click()
    await page.getByRole('textbox', { name: 'Lý do gỡ (chỉ ban biên tập thấy)' }).waitFor()
    await isClean(page)
  })

  test('the form of a new article whose title is missing, an open picker, and the dialogs of publishing and leaving', async () => {
    const page = await openDesk('publisher')
    await writeArticle(page, { title: '', paragraphs: ['Một đoạn.'] })
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    await page.getByText('Bài cần có tiêu đề.').waitFor()
    await isClean(page)
    await page.getByRole('combobox', { name: 'Bút danh' }).click()
    await page.getByRole('listbox').getByRole('option').first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Danh sách bài' }).click()
    await page.getByRole('dialog', { name: 'Rời đi khi chưa lưu?' }).waitFor()
    await isClean(page)
    await page.getByRole('button', { name: 'Ở lại' }).click()
    await page.getByRole('textbox', { name: 'Tiêu đề' }).fill(uniqueTitle('Hộp thoại'))
    await publish(page)
    await page.getByRole('textbox', { name: 'Sapo' }).fill('Sapo mới.')
    await page.getByRole('button', { name: 'Đăng bản sửa' }).click()
    await page.getByRole('radio', { name: /Đính chính/ }).check()
    await isClean(page)
  })

  test('an address that leads nowhere', async () => {
    const page = await openDeskAt('/ban-bien-tap/bai/00000000-0000-7000-8000-000000000000', 'publisher', { expected: ['status of 404'] })
    await page.getByRole('link', { name: 'Về danh sách bài' }).waitFor()
    await isClean(page)
  })
})

test('the interface speaks English when asked, and remembers it on the device', async () => {
  const page = await openDesk('publisher')
  await page.getByRole('button', { name: 'Nguyễn Minh Châu' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Articles' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await axeFindings(page)).toEqual([])
})
