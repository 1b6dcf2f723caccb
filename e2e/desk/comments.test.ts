import { expect, inject, test } from 'vitest'
import { openDeskAt, phone, save } from '../support/desk.ts'
import { endSession } from '../support/end-session.ts'
import { isClean } from '../support/is-clean.ts'
import { openPanel } from '../support/panels.ts'
import { openSharedArticle } from '../support/shared-article.ts'
import { blocks, blockTexts, caretIn } from '../support/writing.ts'

test('a comment on a block is answered and resolved by a second person, and both hear of it', async () => {
  const { page, article } = await openSharedArticle('Khối họp ngày 27.', 'Ba tập thể dẫn đầu.')
  const other = await openDeskAt(`/ban-bien-tap/bai/${article.id}`, 'editor', phone)
  await blocks(other).first().waitFor()

  // The caret is in the second block: its button is the next stop of the keyboard.
  await caretIn(page, 1)
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Trao đổi về Đoạn văn, khối 2')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('region', { name: 'Trao đổi', exact: true })
  await expect.poll(() => panel.locator('textarea:focus').count()).toBe(1)
  await page.keyboard.insertText('Ghi rõ tên ba tập thể.')
  await panel.getByRole('button', { name: 'Gửi', exact: true }).click()
  await panel.getByText('Đã gửi.').waitFor()
  await isClean(page)

  await other.getByRole('button', { name: 'Trao đổi về Đoạn văn, khối 2: 1 chưa xong' }).click()
  const theirs = other.getByRole('region', { name: 'Trao đổi', exact: true })
  await theirs.getByText('Ghi rõ tên ba tập thể.').waitFor()
  await theirs.getByRole('button', { name: 'Trả lời' }).click()
  await theirs.getByLabel('Trả lời Nguyễn Minh Châu').fill('Đã bổ sung.')
  await theirs.getByRole('button', { name: 'Gửi', exact: true }).first().click()
  await theirs.getByText('Đã bổ sung.').waitFor()
  await theirs.getByRole('button', { name: 'Đánh dấu đã xong' }).click()
  await theirs.getByText('Đã xong (1)').waitFor()
  await isClean(other)

  await panel.getByText('Đã xong (1)').click()
  await panel.getByText('Đã bổ sung.').waitFor()
  await panel.getByText(/đánh dấu đã xong lúc/).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Trao đổi về Đoạn văn, khối 2')
})

test('a comment outlives a session that ended: signing in again sends it, with nothing lost', async () => {
  const { page } = await openSharedArticle('Khối họp ngày 27.')
  const panel = await openPanel(page, 'Trao đổi')
  await panel.getByLabel('Lời trao đổi mới').fill('Viết khi phiên đã hết.')
  await endSession(page)
  await panel.getByRole('button', { name: 'Gửi', exact: true }).click()
  const again = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' })
  await again.getByRole('textbox', { name: 'Mật khẩu' }).fill(inject('demoPassword'))
  await again.getByRole('button', { name: 'Đăng nhập' }).click()
  await panel.getByText('Đã gửi.').waitFor()
  await panel.getByText('Viết khi phiên đã hết.').waitFor()
  expect(await panel.getByLabel('Lời trao đổi mới').inputValue()).toBe('')
})

test('a comment that was not sent is there again after a reload; one on a deleted block stands apart', async () => {
  const { page } = await openSharedArticle('Khối họp ngày 27.', 'Câu sẽ bị xoá.')
  await caretIn(page, 1)
  await page.getByRole('button', { name: 'Trao đổi về Đoạn văn, khối 2' }).click()
  const panel = page.getByRole('region', { name: 'Trao đổi', exact: true })
  await panel.getByLabel('Lời trao đổi về khối này').fill('Câu này thừa.')
  await panel.getByRole('button', { name: 'Gửi', exact: true }).click()
  await panel.getByText('Đã gửi.').waitFor()
  await panel.getByRole('button', { name: 'Xem mọi trao đổi của bài' }).click()
  await panel.getByLabel('Lời trao đổi mới').fill('Viết dở')
  await page.reload()
  await openPanel(page, 'Trao đổi')
  expect(await panel.getByLabel('Lời trao đổi mới').inputValue()).toBe('Viết dở')
  await panel.getByText('Chưa gửi. Lời của bạn vẫn giữ trên máy này.').waitFor()

  await caretIn(page, 1)
  await page.getByRole('button', { name: 'Xoá khối này' }).click()
  await save(page)
  expect(await blockTexts(page)).toEqual(['Khối họp ngày 27.'])
  await panel.getByRole('heading', { name: 'Đoạn đã xoá' }).waitFor()
  await panel.getByText('Câu này thừa.').waitFor()
  await isClean(page)
})
