import { describe, expect, inject, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDesk, save, signIn, uniqueTitle, writeArticle } from '../support/desk.ts'
import { endSession } from '../support/end-session.ts'
import { openSharedArticle, storedOnDevice, titleField } from '../support/shared-article.ts'
import { blockTexts, fillBlock } from '../support/writing.ts'

describe('unsaved text', () => {
  test('of a new article is offered back after a reload', async () => {
    const page = await openDesk('publisher')
    const written = { title: uniqueTitle('Chưa lưu'), paragraphs: ['Đoạn thứ nhất.', 'Đoạn thứ hai còn dở'] }
    await writeArticle(page, written)
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByRole('button', { name: 'Khôi phục bản chưa lưu' }).click()
    await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Lưu và đăng')
    expect(await titleField(page).inputValue()).toBe(written.title)
    expect(await blockTexts(page)).toEqual(written.paragraphs)
    await save(page)
    await page.reload()
    await titleField(page).waitFor()
    expect(await page.getByRole('button', { name: 'Khôi phục bản chưa lưu' }).count()).toBe(0)
  })

  test('that is dropped leaves the keyboard at the buttons of the article', async () => {
    const page = await openDesk('publisher')
    await writeArticle(page, { title: uniqueTitle('Bỏ đi'), paragraphs: ['Một đoạn.'] })
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByRole('button', { name: 'Bỏ bản chưa lưu' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản chưa lưu' }).press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // Closing dialogs hand the focus back a moment later.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Lưu và đăng')
  })

  test('of a page that crashed is offered back where the article is opened again', async () => {
    const { page, article } = await openSharedArticle('Câu cũ.')
    await fillBlock(page, 0, 'Câu cũ. Câu mới chưa lưu.')
    await page.getByText('Chưa lưu · có bản giữ trên máy này').waitFor()
    // Written while typing rests, not when the page says farewell: a crash says none.
    await expect.poll(() => storedOnDevice(page)).toContain('Câu mới chưa lưu')
    const second = await page.context().newPage()
    await second.goto(`/ban-bien-tap/bai/${article.id}`)
    await second.getByRole('button', { name: 'Khôi phục bản chưa lưu' }).click()
    expect(await blockTexts(second)).toEqual(['Câu cũ. Câu mới chưa lưu.'])
  })

  test('is asked about before it is left, and "save and leave" does both', async () => {
    const { page, article } = await openSharedArticle('Câu cũ.')
    await fillBlock(page, 0, 'Câu sửa.')
    await page.getByRole('link', { name: 'Danh sách bài' }).click()
    const dialog = page.getByRole('dialog', { name: 'Rời đi khi chưa lưu?' })
    await dialog.getByRole('button', { name: 'Ở lại' }).click()
    expect(await blockTexts(page)).toEqual(['Câu sửa.'])
    await page.getByRole('link', { name: 'Danh sách bài' }).click()
    await dialog.getByRole('button', { name: 'Lưu rồi rời đi' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bài', exact: true }).waitFor()
    await page.getByRole('link', { name: article.title }).click()
    await expect.poll(() => blockTexts(page)).toEqual(['Câu sửa.'])
  })

  test('outlives a session that ended on the server: signing in again saves what was asked, with nothing lost', async () => {
    const { page } = await openSharedArticle('Câu cũ.')
    await fillBlock(page, 0, 'Câu viết khi phiên đã hết.')
    await endSession(page)
    await page.getByRole('button', { name: 'Lưu', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
    await dialog.waitFor()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('textbox', { name: 'Mật khẩu' }).fill(inject('demoPassword'))
    await dialog.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByText(/^Đã lưu lúc/).waitFor()
    expect(await blockTexts(page)).toEqual(['Câu viết khi phiên đã hết.'])
    await page.reload()
    await expect.poll(() => blockTexts(page)).toEqual(['Câu viết khi phiên đã hết.'])
  })

  test('is saved on the way out even when the session ended before: one dialog after the other', async () => {
    const { page } = await openSharedArticle('Câu cũ.')
    await fillBlock(page, 0, 'Câu cuối ngày.')
    await endSession(page)
    await page.getByRole('link', { name: 'Danh sách bài' }).click()
    await page.getByRole('button', { name: 'Lưu rồi rời đi' }).click()
    const again = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
    await again.getByRole('textbox', { name: 'Mật khẩu' }).click()
    await page.keyboard.insertText(inject('demoPassword'))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Bài', exact: true }).waitFor()
    await page.goBack()
    await expect.poll(() => blockTexts(page)).toEqual(['Câu cuối ngày.'])
  })

  test('stays under its writer’s name when someone else signs in on the device', async () => {
    const { page, article } = await openSharedArticle('Câu cũ.')
    await fillBlock(page, 0, 'Câu của người đăng.')
    await page.getByRole('button', { name: 'Nguyễn Minh Châu' }).click()
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
    await page.getByRole('dialog', { name: 'Rời đi khi chưa lưu?' }).getByRole('button', { name: 'Rời đi', exact: true }).click()
    await signIn(page, 'editor')
    await page.getByRole('heading', { level: 1, name: 'Bài', exact: true }).waitFor()
    await page.goto(`/ban-bien-tap/bai/${article.id}`)
    await expect.poll(() => blockTexts(page)).toEqual(['Câu cũ.'])
    expect(await page.getByRole('button', { name: 'Khôi phục bản chưa lưu' }).count()).toBe(0)
  })
})
