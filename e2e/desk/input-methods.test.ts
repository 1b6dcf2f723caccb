import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { blocks, blockTexts, openDesk, phone, uniqueTitle, writeArticle } from '../support/desk.ts'

/** An input method composes a word in the browser itself, through its own interface: each state replaces the one before. */
async function compose(page: Page, states: string[]): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  for (const text of states)
    await devTools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await devTools.send('Input.insertText', { text: states.at(-1) ?? '' })
  await devTools.detach()
}

const telex = {
  Người: ['N', 'Ng', 'Ngu', 'Ngư', 'Ngươ', 'Ngươi', 'Người'],
  được: ['d', 'đ', 'đu', 'đư', 'đươ', 'đươc', 'được'],
  khen: ['k', 'kh', 'khe', 'khen'],
}

test.each([
  ['a desktop', {}],
  ['a phone', phone],
])('on %s a composed sentence is written once, in every field and across a new paragraph', async (_name, options) => {
  const page = await openDesk('publisher', options)
  await writeArticle(page, { title: '', paragraphs: [''] })
  const title = page.getByRole('textbox', { name: 'Tiêu đề' })
  await title.focus()
  await compose(page, telex.Người)
  await page.keyboard.insertText(' ')
  await compose(page, telex.được)
  expect(await title.inputValue()).toBe('Người được')

  await blocks(page).first().focus()
  await compose(page, telex.Người)
  await page.keyboard.press('Enter')
  await compose(page, telex.được)
  await page.keyboard.insertText(' ')
  await compose(page, telex.khen)
  expect(await blockTexts(page)).toEqual(['Người', 'được khen'])
})

test('a key that erases and sends again, as Unikey does, stays in its block', async () => {
  const page = await openDesk('publisher')
  await writeArticle(page, { title: uniqueTitle('Unikey'), paragraphs: ['Một', ''] })
  for (const [erase, letters] of [
    [0, 'a'],
    [1, 'â'],
    [1, 'ấ'],
    [0, 'm'],
  ] as const) {
    for (let count = 0; count < erase; count++) await page.keyboard.press('Backspace')
    await page.keyboard.insertText(letters)
  }
  expect(await blockTexts(page)).toEqual(['Một', 'ấm'])
})

test('a picker finds by letters without marks, and a composed query is typed once', async () => {
  const page = await openDesk('publisher')
  await writeArticle(page, { title: uniqueTitle('Chọn'), paragraphs: [] })
  const field = page.getByRole('combobox', { name: 'Chuyên mục' })
  await field.focus()
  await compose(page, ['k', 'ki', 'kin', 'kinh'])
  await page.keyboard.insertText(' te')
  expect(await field.inputValue()).toBe('kinh te')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Bỏ Kinh tế' }).waitFor()
  expect(await field.inputValue()).toBe('')
})
