import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { expect, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDesk, openDeskAt, save, uniqueTitle, writeArticle } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { openSharedArticle, titleField } from '../support/shared-article.ts'
import { blocks, blockTexts, caretIn, fillBlock } from '../support/writing.ts'

/** The same article, open in the forms of two people. */
async function twoAtOne(...texts: string[]) {
  const { page, article } = await openSharedArticle(...texts)
  const other = await openDeskAt(`/ban-bien-tap/bai/${article.id}`, 'editor', { expected: ['status of 412'] })
  await titleField(other).waitFor()
  const stored = async () => {
    const now = await (await signInAs('publisher')).call<typeof article>('GET', article, '')
    return JSON.stringify(now.body)
  }
  return { page, other, stored }
}

test('two people in different paragraphs both keep their text, and neither presses save', async () => {
  const { page, other, stored } = await twoAtOne('Một câu.', 'Hai câu.', 'Ba câu.')
  await caretIn(page, 0)
  await page.keyboard.press('End')
  await caretIn(other, 2)
  await other.keyboard.press('End')
  await Promise.all([page.keyboard.insertText(' Của người thứ nhất.'), other.keyboard.insertText(' Của người thứ hai.')])
  const both = ['Một câu. Của người thứ nhất.', 'Hai câu.', 'Ba câu. Của người thứ hai.']
  for (const each of [page, other]) await expect.poll(() => blockTexts(each), { timeout: 30_000 }).toEqual(both)
  await expect.poll(stored).toContain('Của người thứ nhất.')
  expect(await stored()).toContain('Của người thứ hai.')
  const told = await Promise.all([page, other].map((each) => each.getByText(/^Đã ghép với bản của /).count()))
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(1)
  await page.keyboard.insertText(' Tiếp.')
  expect((await blockTexts(page))[0]).toBe('Một câu. Của người thứ nhất. Tiếp.')
  for (const each of [page, other]) expect(await axeFindings(each)).toEqual([])
})

test('in the same paragraph the second sees both texts, and the choice is saved with all the rest', async () => {
  const { page, other, stored } = await twoAtOne('Một câu.', 'Hai câu.')
  await fillBlock(other, 1, 'Hai câu của người thứ hai.')
  await Promise.all([blocks(page), blocks(other)].map((each, index) => each.nth(0).fill(`Một câu của người thứ ${index + 1}.`)))
  await page.keyboard.press('Control+s')
  const dialog = other.getByRole('dialog', { name: 'Bài đã có người khác sửa' })
  await dialog.getByText('Một câu của người thứ 1.').waitFor()
  expect(await dialog.getByText('Một câu của người thứ 2.').isVisible()).toBe(true)
  expect(await dialog.locator('legend').allTextContents()).toEqual(['Nội dung, đoạn 1'])
  expect(await axeFindings(other)).toEqual([])
  await dialog.getByRole('button', { name: 'Lưu theo lựa chọn' }).click()
  const chosen = ['Một câu của người thứ 2.', 'Hai câu của người thứ hai.']
  for (const each of [page, other]) await expect.poll(() => blockTexts(each)).toEqual(chosen)
  expect(await stored()).not.toContain('người thứ 1')
})

test('what was typed can still be undone after it was saved by itself', async () => {
  const { page } = await openSharedArticle('Một câu.')
  await caretIn(page, 0)
  await page.keyboard.press('End')
  await page.keyboard.insertText(' Hai')
  await page.waitForResponse((response) => response.url().endsWith('/autosave') && response.ok())
  await page.getByText(/^Đã lưu lúc/).waitFor()
  await page.keyboard.press('Control+z')
  await expect.poll(() => blockTexts(page)).toEqual(['Một câu.'])
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(() => blockTexts(page)).toEqual(['Một câu. Hai'])
})

test('the blocks that a new article was written in are the blocks that are stored', async () => {
  const page = await openDesk('publisher')
  await writeArticle(page, { title: uniqueTitle('Khối'), paragraphs: ['Một.', 'Hai.'] })
  const made = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/articles'))
  await save(page)
  const { body } = (await (await made).json()) as EditorialArticle
  const ids = await blocks(page).evaluateAll((areas) => areas.map((area) => (area as HTMLElement).dataset.block))
  expect(body.content.map(({ attrs }) => attrs?.id)).toEqual(ids)
})
