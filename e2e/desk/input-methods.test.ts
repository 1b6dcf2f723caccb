import { expect, test } from 'vitest'
import { openDesk, phone, uniqueTitle, writeArticle } from '../support/desk.ts'
import { compose, composed, resend, resent } from '../support/input-methods.ts'
import { openSharedArticle } from '../support/shared-article.ts'
import { blocks, blockTexts, caretIn } from '../support/writing.ts'

test.each([
  ['a desktop', {}],
  ['a phone', phone],
])('on %s a composed sentence is written once, in every field and across a new paragraph', async (_name, options) => {
  const page = await openDesk('publisher', options)
  await writeArticle(page, { title: '', paragraphs: [''] })
  const title = page.getByRole('textbox', { name: 'Tiêu đề' })
  await title.focus()
  await compose(page, composed.Người)
  await page.keyboard.insertText(' ')
  await compose(page, composed.được)
  expect(await title.inputValue()).toBe('Người được')

  await caretIn(page, 0)
  await compose(page, composed.Người)
  await page.keyboard.press('Enter')
  await compose(page, composed.được)
  await page.keyboard.insertText(' ')
  await compose(page, composed.khen)
  expect(await blockTexts(page)).toEqual(['Người', 'được khen'])
})

test('a key that erases and sends again, as Unikey does, stays in its block', async () => {
  const page = await openDesk('publisher')
  await writeArticle(page, { title: uniqueTitle('Unikey'), paragraphs: ['Một', ''] })
  await resend(page, resent.ấm)
  expect(await blockTexts(page)).toEqual(['Một', 'ấm'])
})

const text = (words: string, marks?: object[]) => ({ type: 'text', text: words, ...(marks && { marks }) })
const line = (words: string) => ({ type: 'paragraph', ...(words && { content: [text(words)] }) })
const cell = (words: string) => ({ type: 'tableCell', content: [line(words)] })
const table = (words: string) => ({ type: 'table', attrs: { id: 'bang' }, content: [{ type: 'tableRow', content: [cell(words)] }] })
const list = (words: string) => ({ type: 'bulletList', attrs: { id: 'muc' }, content: [{ type: 'listItem', content: [line(words)] }] })
const person = (appointmentId: string) => ({ type: 'person', attrs: { appointmentId, text: 'Chủ tịch' } })

/** These blocks in a text that is open. */
async function openBlocks(content: (mediaId: string, appointmentId: string) => object[]) {
  const { page, colleague, article } = await openSharedArticle('Đoạn thường')
  const made = content(await colleague.picture(), await colleague.appointment())
  await colleague.change(article, '', { body: { type: 'doc', content: made } })
  await expect.poll(() => blocks(page).count()).toBeGreaterThanOrEqual(made.length)
  const looks = () =>
    blocks(page).evaluateAll((all) =>
      all.map(
        (block) =>
          `${(block as HTMLElement).dataset.block} ${block.tagName} ${block.innerHTML.match(/<(li|td|figcaption|blockquote)\b/)?.[1] ?? ''}`,
      ),
    )
  return { page, looks }
}

test('in every place that holds text, composed and resent words are written once and no block loses its id', async () => {
  const { page, looks } = await openBlocks((mediaId, appointmentId) => [
    { type: 'heading', attrs: { id: 'tit', level: 2 }, content: [text('Tít')] },
    list('Mục'),
    { type: 'quote', attrs: { id: 'trich' }, content: [line('Trích')] },
    table('Ô'),
    { type: 'video', attrs: { id: 'phim', host: 'youtube', videoId: 'dQw4w9WgXcQ' }, content: [text('Chú')] },
    { type: 'figure', attrs: { id: 'anh', mediaId }, content: [text('Thích')] },
    { type: 'paragraph', attrs: { id: 'lien' }, content: [text('Xem', [{ type: 'link', attrs: { href: 'https://songtra.gov.vn' } }])] },
    { type: 'paragraph', attrs: { id: 'nguoi' }, content: [person(appointmentId)] },
    { type: 'paragraph', attrs: { id: 'dau' }, content: [text('Cuối')] },
  ])
  const before = await looks()
  const last = before.length - 1
  for (let index = 0; index < last; index++) {
    await caretIn(page, index)
    // Behind a person there is no text to put the caret into.
    if (before[index]?.startsWith('nguoi')) await page.keyboard.press('End')
    await page.keyboard.insertText(' ')
    await compose(page, composed.Người)
    await page.keyboard.insertText(' ')
    await resend(page, [...resent.được, [0, ' '], ...resent.Toàn])
  }
  await caretIn(page, last, 0)
  await compose(page, composed.khen)
  await page.keyboard.insertText(' ')
  const words = ['Tít', 'Mục', 'Trích', 'Ô', 'Chú', 'Thích', 'Xem', 'Chủ tịch'].map((word) => `${word} Người được Toàn`)
  expect(await blockTexts(page)).toEqual([...words, 'khen Cuối'])
  expect(await looks()).toEqual(before)
  expect(await blocks(page).nth(6).locator('a').textContent()).toBe('Xem')
})

test('in every place that is empty, a word of which nothing is left for a moment makes no other block of it', async () => {
  const { page, looks } = await openBlocks((mediaId) => [
    list(''),
    { type: 'quote', attrs: { id: 'trich' }, content: [line('')] },
    table(''),
    { type: 'figure', attrs: { id: 'anh', mediaId } },
    { type: 'paragraph', attrs: { id: 'dau' }, content: [text('Cuối')] },
  ])
  const before = await looks()
  for (let index = 0; index < 4; index++) {
    await caretIn(page, index)
    await resend(page, [...resent.ấm, [0, ' ']])
    await compose(page, composed.được)
  }
  expect(await blockTexts(page)).toEqual([...Array.from({ length: 4 }, () => 'ấm được'), 'Cuối'])
  expect(await looks()).toEqual(before)
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
