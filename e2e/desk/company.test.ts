import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings } from '../support/check-page.ts'
import { openDeskAt } from '../support/desk.ts'
import { openSharedArticle, rewritten, titleField } from '../support/shared-article.ts'
import { blockTexts, caretIn, fillBlock } from '../support/writing.ts'

test('who has the article open as well is named, until they leave it', async () => {
  const { page, article } = await openSharedArticle('Một câu.')
  const other = await openDeskAt(`/ban-bien-tap/bai/${article.id}`, 'editor')
  await other.getByText('Cũng đang mở: Nguyễn Minh Châu').waitFor()
  // Asked every twenty seconds, and when one comes back to the page.
  await page.reload()
  await page.getByText(/^Cũng đang mở: /).waitFor()
  const said = other.waitForResponse((answer) => answer.request().method() === 'DELETE' && answer.url().endsWith('/presence'))
  await other.getByRole('link', { name: 'Danh sách bài' }).click()
  await other.getByRole('heading', { level: 1, name: 'Bài', exact: true }).waitFor()
  await said
  await page.reload()
  await titleField(page).waitFor()
  await page.getByRole('region', { name: 'Cùng làm bài này' }).waitFor()
  expect(await page.getByText(/^Cũng đang mở: /).count()).toBe(0)
})

test('what a colleague saved is shown at once where nothing is unsaved, with the caret where it was', async () => {
  const { page, article, colleague } = await openSharedArticle('Một câu.', 'Hai câu.')
  const [first, second] = (await colleague.call<typeof article>('GET', article, '')).body.content
  await caretIn(page, 0)
  await page.keyboard.press('Home')
  const body = { type: 'doc' as const, content: [first, { ...second, content: [{ type: 'text', text: 'Câu của đồng nghiệp.' }] }] }
  await colleague.change(article, '', { body })
  await page.getByText(/ vừa lưu; màn hình đã hiện bản mới\.$/).waitFor()
  expect(await blockTexts(page)).toEqual(['Một câu.', 'Câu của đồng nghiệp.'])
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.insertText('Đúng chỗ: ')
  expect(await blockTexts(page)).toEqual(['Đúng chỗ: Một câu.', 'Câu của đồng nghiệp.'])
})

test('unsaved text is left alone: a line says that there is a new version, and saving shows both where they contradict', async () => {
  const { page, article, colleague } = await openSharedArticle('Một câu.')
  await fillBlock(page, 0, 'Câu của tôi.')
  await colleague.change(article, '', { body: rewritten(article, 'Câu của đồng nghiệp.') })
  await page.getByText(/ vừa lưu bản mới\. Chữ của bạn vẫn nguyên/).waitFor()
  expect(await blockTexts(page)).toEqual(['Câu của tôi.'])
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Control+s')
  await page.getByRole('dialog', { name: 'Bài đã có người khác sửa' }).waitFor()
})

test('of two pages of one person one asks for both; when it is closed the other goes on', async () => {
  const { page, article, colleague } = await openSharedArticle('Một câu.')
  const asking = new Set<Page>()
  page.context().on('request', (request) => {
    if (request.url().includes('/editorial/events')) asking.add(request.frame().page())
  })
  const second = await page.context().newPage()
  await second.goto(`/ban-bien-tap/bai/${article.id}`)
  await titleField(second).waitFor()
  await colleague.change(article, '', { sapo: 'Sapo của đồng nghiệp.' })
  for (const each of [page, second])
    await expect.poll(() => each.getByRole('textbox', { name: 'Sapo' }).inputValue()).toBe('Sapo của đồng nghiệp.')
  expect([...asking].map((each) => each === page)).toEqual([true])
  await page.close()
  const { version } = await colleague.call<typeof article>('GET', article, '')
  await colleague.change({ ...article, version }, '', { sapo: 'Sapo mới nữa.' })
  await expect.poll(() => second.getByRole('textbox', { name: 'Sapo' }).inputValue()).toBe('Sapo mới nữa.')
})
