import { describe, expect, inject, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { save } from '../support/desk.ts'
import { hearNothing, openSharedArticle, rewritten, storedOnDevice, titleField } from '../support/shared-article.ts'
import { blockTexts, fillBlock } from '../support/writing.ts'

describe('two people on one article', () => {
  test('both texts are shown, the choice is saved on top, and the other text is kept', async () => {
    const { page, article, colleague } = await openSharedArticle('Mở đầu.', 'Kết thúc.')
    await fillBlock(page, 0, 'Mở đầu của tôi.')
    await titleField(page).fill(`${article.title} (tôi)`)
    await colleague.change(article, '', { body: rewritten(article, 'Mở đầu của đồng nghiệp.', 'Kết thúc.'), sapo: 'Sapo của đồng nghiệp.' })
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog', { name: 'Bài đã có người khác sửa' })
    await dialog.getByText('Mở đầu của đồng nghiệp.').waitFor()
    expect(await dialog.getByText('Mở đầu của tôi.').isVisible()).toBe(true)
    expect(await dialog.textContent()).toContain('Phần người ấy đã sửa: sapo, nội dung.')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('radio', { name: /^Bản của (?!bạn)/ }).check()
    await dialog.getByRole('button', { name: 'Lưu theo lựa chọn' }).click()
    await page.getByText(/^Đã lưu lúc/).waitFor()
    expect(await titleField(page).inputValue()).toBe(`${article.title} (tôi)`)
    expect(await page.getByRole('textbox', { name: 'Sapo' }).inputValue()).toBe('Sapo của đồng nghiệp.')
    expect(await blockTexts(page)).toEqual(['Mở đầu của đồng nghiệp.', 'Kết thúc.'])

    await page.getByText(/Bản của bạn được cất lại/).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Khôi phục bản chưa lưu' }).click()
    expect(await blockTexts(page)).toEqual(['Mở đầu của tôi.', 'Kết thúc.'])
  })

  test('going back to the text saves nothing over the colleague', async () => {
    const { page, article, colleague } = await openSharedArticle('Mở đầu.')
    await fillBlock(page, 0, 'Mở đầu của tôi.')
    await colleague.change(article, '', { body: rewritten(article, 'Mở đầu của đồng nghiệp.') })
    await page.keyboard.press('Control+s')
    const dialog = page.getByRole('dialog', { name: 'Bài đã có người khác sửa' })
    await dialog.getByRole('button', { name: 'Quay lại, chưa lưu' }).click()
    expect(await blockTexts(page)).toEqual(['Mở đầu của tôi.'])
    await page.keyboard.press('Control+s')
    await dialog.waitFor()
  })

  test('publishing waits until the new text was seen; taking down does not', async () => {
    const { page, article, colleague } = await openSharedArticle('Mở đầu.')
    await hearNothing(page)
    const changed = await colleague.change(article, '', { sapo: 'Sapo mới.' })
    await page.getByRole('button', { name: 'Gỡ ngay' }).click()
    await page.getByText(/^Đã gỡ lúc/).waitFor()
    expect(await page.getByRole('textbox', { name: 'Sapo' }).inputValue()).toBe('Sapo mới.')

    const held = { ...changed, version: changed.version + 1 }
    await colleague.change(held, '', { sapo: 'Sapo mới nữa.' })
    await page.getByRole('button', { name: 'Đăng bản sửa' }).click()
    await page.getByRole('radio', { name: /Cập nhật/ }).check()
    await page.getByRole('dialog').getByRole('button', { name: 'Đăng bản sửa' }).click()
    await page.getByText(/vừa sửa bài lúc/).waitFor()
    expect(await page.getByRole('textbox', { name: 'Sapo' }).inputValue()).toBe('Sapo mới nữa.')
    expect((await fetch(`${inject('siteUrl')}/bai-viet/${article.slug}`)).status).toBe(404)
  })

  test('text that stayed on the device is laid beside what the colleague saved since', async () => {
    const { page, article, colleague } = await openSharedArticle('Mở đầu.')
    await fillBlock(page, 0, 'Mở đầu chưa lưu.')
    await expect.poll(() => storedOnDevice(page)).toContain('Mở đầu chưa lưu')
    await colleague.change(article, '', { body: rewritten(article, 'Mở đầu của đồng nghiệp.') })
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByRole('button', { name: 'Khôi phục bản chưa lưu' }).click()
    const dialog = page.getByRole('dialog', { name: 'Bài đã có người khác sửa' })
    expect(await dialog.getByText('Mở đầu của đồng nghiệp.').isVisible()).toBe(true)
    await dialog.getByRole('button', { name: 'Đặt vào bài' }).click()
    expect(await blockTexts(page)).toEqual(['Mở đầu chưa lưu.'])
    await save(page)
  })
})
