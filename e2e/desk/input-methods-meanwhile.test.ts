import { expect, test } from 'vitest'
import { inputMethod, resend, resent } from '../support/input-methods.ts'
import { openSharedArticle, rewritten } from '../support/shared-article.ts'
import { blocks, blockTexts, caret, caretIn } from '../support/writing.ts'

const longer = ['Một câu.', 'Hai câu của đồng nghiệp, dài hơn nhiều.', 'Ba câu.']

test('what a colleague saved comes into the text once the word is done that is composed, and no letter is lost', async () => {
  const { page, colleague, article } = await openSharedArticle('Một câu.', 'Hai câu.', 'Ba câu.')
  const { show, commit } = await inputMethod(page)
  await caretIn(page, 2)
  for (const text of [' ', ' d', ' đ', ' đu', ' đư']) await show(text)
  const read = page.waitForResponse((answer) => answer.url().endsWith(`/articles/${article.id}`) && answer.ok())
  await colleague.change(article, '', { body: rewritten(article, ...longer) })
  await read
  for (const text of [' đươ', ' đươc', ' được']) await show(text)
  expect(await blockTexts(page)).toEqual(['Một câu.', 'Hai câu.', 'Ba câu. được'])
  await commit(' được')
  await page.keyboard.insertText(' khen')
  await expect.poll(() => blockTexts(page)).toEqual([...longer.slice(0, 2), 'Ba câu. được khen'])
  expect(await caret(page)).toEqual([2, 'Ba câu. được khen'.length])
})

test('it comes in between letters that an engine takes back and sends again, and the word is the one that was meant', async () => {
  const { page, colleague, article } = await openSharedArticle('Một câu.', 'Hai câu.', 'Ba câu.')
  await caretIn(page, 2)
  await page.keyboard.insertText(' ')
  await resend(page, resent.được.slice(0, 4))
  await colleague.change(article, '', { body: rewritten(article, ...longer) })
  await expect.poll(() => blocks(page).nth(1).textContent(), { timeout: 30_000 }).toBe(longer[1])
  await resend(page, resent.được.slice(4))
  expect(await blockTexts(page)).toEqual([...longer.slice(0, 2), 'Ba câu. được'])
  expect(await caret(page)).toEqual([2, 'Ba câu. được'.length])
})

test('the answer of a save that comes while a word is composed takes no letter away, and the whole word is saved after', async () => {
  const { page } = await openSharedArticle('Một câu.', 'Hai câu.')
  const { show, commit } = await inputMethod(page)
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const bodies: string[] = []
  await page.route('**/autosave', async (route) => {
    bodies.push(route.request().postData() ?? '')
    await held
    await route.continue()
  })
  await caretIn(page, 0)
  const asked = page.waitForRequest('**/autosave')
  await page.keyboard.insertText(' Thêm')
  await asked
  for (const text of [' ', ' N', ' Ng', ' Ngu', ' Ngư']) await show(text)
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/autosave') && answer.ok())
  release()
  await answered
  for (const text of [' Ngươ', ' Ngươi', ' Người']) await show(text)
  await commit(' Người')
  expect(await blockTexts(page)).toEqual(['Một câu. Thêm Người', 'Hai câu.'])
  expect(await caret(page)).toEqual([0, 'Một câu. Thêm Người'.length])
  await expect.poll(() => bodies.at(-1), { timeout: 20_000 }).toContain('Một câu. Thêm Người')
  expect(await blockTexts(page)).toEqual(['Một câu. Thêm Người', 'Hai câu.'])
})
