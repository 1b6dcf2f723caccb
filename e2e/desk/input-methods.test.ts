import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDesk, phone, uniqueTitle, writeArticle } from '../support/desk.ts'
import { openSharedArticle } from '../support/shared-article.ts'
import { blocks, blockTexts, caretIn } from '../support/writing.ts'

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

  await caretIn(page, 0)
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
  await resend(page, [
    [0, 'a'],
    [1, 'â'],
    [1, 'ấ'],
    [0, 'm'],
  ])
  expect(await blockTexts(page)).toEqual(['Một', 'ấm'])
})

/** Letters of a keyboard as engines like Unikey and EVKey send them: each change of a word takes letters back and sends them again. */
async function resend(page: Page, steps: readonly (readonly [erase: number, letters: string])[]): Promise<void> {
  for (const [erase, letters] of steps) {
    for (let count = 0; count < erase; count++) await page.keyboard.press('Backspace')
    await page.keyboard.insertText(letters)
  }
}

const unikey = [
  [0, 'd'],
  [1, 'đ'],
  [0, 'u'],
  [0, 'o'],
  [2, 'ươ'],
  [0, 'c'],
  [2, 'ợc'],
  [0, ' '],
] as const

test('in every place that holds text, composed and resent words are written once and no block loses its id', async () => {
  const { page, colleague, article } = await openSharedArticle('Đoạn thường', 'Có liên kết', 'Cuối')
  const text = (words: string, marks?: object[]) => ({ type: 'text', text: words, ...(marks && { marks }) })
  const line = (words: string) => ({ type: 'paragraph', content: [text(words)] })
  const cell = (words: string) => ({ type: 'tableCell', content: [line(words)] })
  const content = [
    { type: 'heading', attrs: { id: 'tit', level: 2 }, content: [text('Tít')] },
    { type: 'bulletList', attrs: { id: 'muc' }, content: [{ type: 'listItem', content: [line('Mục')] }] },
    { type: 'quote', attrs: { id: 'trich' }, content: [line('Trích')] },
    { type: 'table', attrs: { id: 'bang' }, content: [{ type: 'tableRow', content: [cell('Ô')] }] },
    { type: 'video', attrs: { id: 'phim', host: 'youtube', videoId: 'dQw4w9WgXcQ' }, content: [text('Chú')] },
    { type: 'paragraph', attrs: { id: 'lien' }, content: [text('Xem', [{ type: 'link', attrs: { href: 'https://songtra.gov.vn' } }])] },
    { type: 'paragraph', attrs: { id: 'dau' }, content: [text('Cuối')] },
  ]
  await colleague.change(article, '', { body: { type: 'doc', content } })
  await expect.poll(() => blocks(page).count()).toBe(content.length)
  const ids = () => blocks(page).evaluateAll((all) => all.map((block) => (block as HTMLElement).dataset.block))
  const before = await ids()
  for (let index = 0; index < content.length - 1; index++) {
    await caretIn(page, index)
    await page.keyboard.insertText(' ')
    await compose(page, telex.Người)
    await page.keyboard.insertText(' ')
    await resend(page, unikey)
  }
  await caretIn(page, content.length - 1, 0)
  await compose(page, telex.khen)
  await page.keyboard.insertText(' ')
  const words = ['Tít', 'Mục', 'Trích', 'Ô', 'Chú', 'Xem'].map((word) => `${word} Người được `)
  expect(await blockTexts(page)).toEqual([...words, 'khen Cuối'])
  expect(await ids()).toEqual(before)
  expect(await blocks(page).nth(5).locator('a').textContent()).toBe('Xem')
})

test('the slash menu finds by letters with or without marks, and takes none of them away', async () => {
  const page = await openDesk('publisher')
  await writeArticle(page, { title: uniqueTitle('Gạch chéo'), paragraphs: [''] })
  await page.keyboard.insertText('/')
  await page.getByRole('listbox', { name: 'Chèn khối' }).waitFor()
  await page.keyboard.insertText('đường')
  const options = page.getByRole('listbox', { name: 'Chèn khối' }).getByRole('option')
  await expect.poll(() => options.allTextContents()).toEqual(['Đường kẻ ngang'])
  await page.keyboard.insertText(' 12')
  await page.getByRole('listbox', { name: 'Chèn khối' }).waitFor({ state: 'detached' })
  expect(await blockTexts(page)).toEqual(['/đường 12'])
  await page.keyboard.press('Enter')
  await page.keyboard.insertText('/')
  await compose(page, ['b', 'ba', 'bả', 'bản', 'bảng'])
  await expect.poll(() => options.allTextContents()).toEqual(['Bảng'])
  await page.keyboard.press('Enter')
  await expect.poll(() => blocks(page).nth(1).locator('td, th').count()).toBe(9)
  await page.keyboard.insertText('Ô đầu')
  expect(await blocks(page).nth(1).locator('th').first().textContent()).toBe('Ô đầu')
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
