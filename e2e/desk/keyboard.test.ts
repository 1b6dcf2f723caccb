import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { noSessionLine, publicAddress, uniqueTitle } from '../support/desk.ts'
import { openPage } from '../support/open-page.ts'

/** What has the focus, as it is announced: role and name. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent
    return label?.trim() ?? ''
  })
}

/** Tab until this is reached; fails when it never is. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 40; step++) {
    const now = await focused(page)
    if (typeof name === 'string' ? now === name : name.test(now)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${name}; it stands on ${await focused(page)}.`)
}

test('the whole way from signing in to a published article needs no mouse', async () => {
  const page = await openPage({ expected: [noSessionLine] })
  const { keyboard } = page
  await page.goto('/dang-nhap')
  await page.getByRole('heading', { name: 'Ban biên tập' }).waitFor()
  await tabTo(page, /^Thư điện tử/)
  await keyboard.insertText('publisher@example.gov.vn')
  await tabTo(page, /^Mật khẩu/)
  await keyboard.insertText(inject('demoPassword'))
  await keyboard.press('Enter')
  await page.getByRole('link', { name: 'Viết tin' }).waitFor()

  await tabTo(page, 'Viết tin')
  await keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Tiêu đề' }).waitFor()
  await tabTo(page, /^Tiêu đề/)
  const title = uniqueTitle('Chỉ dùng bàn phím')
  await keyboard.insertText(title)
  await keyboard.press('Enter')
  expect(await focused(page)).toBe('Sapo')
  await keyboard.insertText('Một câu tóm tắt.')
  await tabTo(page, 'Nội dung bài')
  await keyboard.insertText('Tít mục')
  await keyboard.press('Alt+F10')
  await keyboard.press('ArrowRight')
  expect(await focused(page)).toBe('Tít cấp 2 H2')
  await keyboard.press('Enter')
  expect(await focused(page)).toBe('Nội dung bài')
  await keyboard.press('Enter')
  await keyboard.insertText('Đoạn thân bài.')

  await tabTo(page, 'Chuyên mục')
  await keyboard.insertText('kinh te')
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Bỏ Kinh tế' }).waitFor()

  for (let step = 0; step < 40 && (await focused(page)) !== 'Đăng'; step++) await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await tabTo(page, 'Đăng')
  await keyboard.press('Enter')
  await page.getByText(/^Đã đăng lúc/).waitFor()
  await expect.poll(() => focused(page)).toMatch(/^Đã đăng lúc/)
  const html = await (await fetch(inject('siteUrl') + (await publicAddress(page)))).text()
  expect(html).toContain('<h2>Tít mục</h2>')
  expect(html).toContain(title)
})

test('a dialog takes the focus, keeps it, gives it back, and Escape leaves it', async () => {
  const page = await openPage({ expected: [noSessionLine] })
  await page.goto('/ban-bien-tap/bai/moi')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect.poll(() => focused(page)).toMatch(/^Thư điện tử/)
  await page.keyboard.insertText('publisher@example.gov.vn')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toMatch(/^Mật khẩu/)
  await page.keyboard.insertText(inject('demoPassword'))
  await page.keyboard.press('Enter')
  const publish = page.getByRole('button', { name: 'Đăng', exact: true })
  await publish.click()
  await expect.poll(() => focused(page)).toMatch(/^Tiêu đề/)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.insertText('Hộp thoại')
  await page.getByRole('textbox', { name: 'Sapo' }).fill('Một câu.')
  await publish.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('Tab')
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Đăng')
})
