import { describe, expect, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDesk, phone, uniqueTitle } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { goTo } from '../support/menu.ts'
import type { PageOptions } from '../support/open-page.ts'

describe.each<[string, PageOptions]>([
  ['a desktop', {}],
  ['a phone of 360 × 640', phone],
])('on %s', (_name, options) => {
  test('what readers searched for in vain becomes an abbreviation, which finds the article from then on, at the desk too', async () => {
    // Letters alone: digits would be a word of their own.
    const short = `VT${crypto.randomUUID().replaceAll(/[\d-]/g, '')}`.toUpperCase()
    const title = uniqueTitle('Điểm phục vụ lưu động')
    await (await signInAs('publisher')).publish({ title, sapo: `Cụm ${short.toLowerCase()} đầy đủ.` })
    const page = await openDesk('publisher', options)
    // What readers searched for is written once a minute: the list is answered as it will be then.
    const data = [{ words: short.toLowerCase(), searches: 12, results: 0, lastSearchedOn: '2026-11-28' }]
    await page.route('**/api/v1/editorial/searches*', (route) => route.fulfill({ json: { data, page: { next: null } } }))
    await goTo(page, 'Tìm kiếm')
    await page.getByRole('checkbox', { name: 'Chỉ những lượt không tìm thấy gì' }).check()
    await expect.poll(() => new URL(page.url()).search).toBe('?khong-thay=true')
    await isClean(page)
    await page.getByRole('button', { name: `Thêm từ viết tắt: ${short.toLowerCase()}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: /^Viết đầy đủ/ }).fill(title)
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect.poll(() => page.locator(':focus').textContent()).toBe(`Đã thêm ${short.toLowerCase()}.`)
    await page.getByRole('link', { name: 'Từ viết tắt', exact: true }).click()
    await page.getByText(title).waitFor()
    await isClean(page)

    await goTo(page, 'Bài')
    await page.getByRole('searchbox', { name: 'Tìm trong bài' }).fill(short)
    await page.getByRole('link', { name: title }).waitFor()
    await page.getByRole('button', { name: 'Xoá chữ đang tìm' }).click()
    await expect.poll(() => new URL(page.url()).search).toBe('')
  })
})
