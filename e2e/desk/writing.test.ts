import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDesk, phone, uniqueTitle, writeArticle } from '../support/desk.ts'
import { blocks, blockTexts, caret, caretIn } from '../support/writing.ts'

const long = 'Ủy ban nhân dân tỉnh yêu cầu các sở, ngành và địa phương rà soát, báo cáo trước ngày 15. '.repeat(6)

async function writing(paragraphs: string[]): Promise<Page> {
  const page = await openDesk('publisher')
  await writeArticle(page, { title: uniqueTitle('Soạn thảo'), paragraphs })
  return page
}

test('arrow keys walk through the lines of a paragraph and only then into the next one', async () => {
  const page = await writing([long, 'Cuối'])
  await page.keyboard.press('ArrowUp')
  await expect.poll(async () => (await caret(page))[0]).toBe(0)
  const [, below] = await caret(page)
  for (let line = 0; line < 3; line++) await page.keyboard.press('ArrowUp')
  const [block, place] = await caret(page)
  expect([block, place >= 0 && place < below]).toEqual([0, true])
  for (let line = 0; line < 12; line++) await page.keyboard.press('ArrowDown')
  await expect.poll(async () => (await caret(page))[0]).toBe(1)
})

test('pasting several paragraphs makes several blocks, and the text after the caret stays behind the last', async () => {
  const page = await writing(['Đầu cuối'])
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => navigator.clipboard.writeText('một\n\nhai\nba'))
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+v')
  await expect.poll(() => blockTexts(page)).toEqual(['Đầu một', 'hai', 'bacuối'])
  expect(await caret(page)).toEqual([2, 2])
})

test('typing after Enter goes into the new paragraph however fast it comes', async () => {
  const page = await writing([''])
  for (const word of ['một', 'hai', 'ba', 'bốn']) {
    await page.keyboard.insertText(word)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Backspace')
  expect(await blockTexts(page)).toEqual(['một', 'hai', 'ba', 'bốn'])
  expect(await caret(page)).toEqual([3, 3])
})

test('a heading and a quote are what the toolbar made them, after saving and reading again', async () => {
  const page = await writing(['Mục lớn', 'Lời trích', 'Đoạn cuối'])
  await caretIn(page, 0)
  await page.getByRole('button', { name: 'Tít cấp 2' }).click()
  await caretIn(page, 1)
  await page.getByRole('button', { name: 'Trích dẫn' }).click()
  await page.keyboard.press('Control+s')
  await page.getByText(/^Đã lưu lúc/).waitFor()
  await page.reload()
  await blocks(page).first().waitFor()
  const tags = await blocks(page).evaluateAll((all) => all.map(({ tagName }) => tagName))
  expect(tags).toEqual(['H2', 'BLOCKQUOTE', 'P'])
})

test('on a phone the caret is between the bars that stick there, also in what was just put in', async () => {
  const page = await openDesk('publisher', phone)
  await writeArticle(page, { title: uniqueTitle('Soạn trên điện thoại'), paragraphs: [long, long, ''] })
  await page.getByRole('button', { name: 'Bảng', exact: true }).click()
  const cell = blocks(page).locator('th').first()
  await cell.waitFor()
  const [above, below] = [page.getByRole('toolbar', { name: 'Công cụ bảng' }), page.getByRole('button', { name: 'Lưu', exact: true })]
  const edges = async () => {
    const boxes = await Promise.all([above, cell, below].map((each) => each.boundingBox()))
    return boxes.map((box) => box ?? { y: Number.NaN, height: Number.NaN })
  }
  await expect
    .poll(async () => {
      const [tools, first, bar] = await edges()
      return tools && first && bar ? [tools.y + tools.height <= first.y, first.y + first.height <= bar.y] : []
    })
    .toEqual([true, true])
})
