import { expect, test } from 'vitest'
import { notFoundLine } from '../support/demo.ts'
import { phone, save } from '../support/desk.ts'
import { isClean } from '../support/is-clean.ts'
import { openPage } from '../support/open-page.ts'
import { openPanel } from '../support/panels.ts'
import { openSharedArticle } from '../support/shared-article.ts'
import { fillBlock } from '../support/writing.ts'

test('a preview link is made, opened by somebody without an account, and revoked', async () => {
  const { page, article } = await openSharedArticle('Câu đã lưu.')
  await fillBlock(page, 0, 'Câu chưa lưu.')
  const panel = await openPanel(page, 'Gửi xem')
  await panel.getByText(/^Bài có chữ chưa lưu\. Người mở đường dẫn chỉ thấy bản đã lưu/).waitFor()
  await save(page)
  await panel.getByLabel('Mở được trong').selectOption('1 ngày')
  await panel.getByRole('button', { name: 'Tạo đường dẫn xem trước' }).click()
  const url = await panel.getByLabel('Đường dẫn', { exact: true }).inputValue()
  await isClean(page)

  const reader = await openPage({ ...phone, expected: [notFoundLine] })
  await reader.goto(url)
  expect(await reader.locator('h1').textContent()).toBe(article.title)
  expect(await reader.locator('[data-article-body]').textContent()).toBe('Câu chưa lưu.')

  await panel.getByRole('button', { name: /^Huỷ đường dẫn xem trước tạo lúc/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Huỷ đường dẫn' }).click()
  await panel.getByText('Đã huỷ đường dẫn.').waitFor()
  await panel.getByText(/Đã huỷ lúc/).waitFor()
  expect((await reader.goto(url))?.status()).toBe(404)
  // Shown once: the link is nowhere after the panel was closed.
  await page.keyboard.press('Escape')
  await openPanel(page, 'Gửi xem')
  await panel.getByText(/Đã huỷ lúc/).waitFor()
  expect(await page.getByLabel('Đường dẫn', { exact: true }).count()).toBe(0)
})

test('a person who was asked for an opinion answers, and the desk shows it without being asked', async () => {
  const { page } = await openSharedArticle('Câu xin ý kiến.')
  const panel = await openPanel(page, 'Gửi xem')
  await panel.getByLabel('Họ tên người được hỏi').fill('Trần Thị Hồng')
  await panel.getByRole('button', { name: 'Tạo đường dẫn hỏi ý kiến' }).click()
  const url = await panel.getByLabel('Đường dẫn', { exact: true }).inputValue()
  await panel.getByText('Chưa trả lời').waitFor()

  const asked = await openPage(phone)
  await asked.goto(url)
  await asked.getByRole('radio', { name: 'Đề nghị sửa' }).check()
  await asked.getByLabel('Nội dung góp ý').fill('Ghi rõ ngày họp.')
  await asked.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await asked.getByText('Đã gửi ý kiến').first().waitFor()

  await panel.getByText('Ghi rõ ngày họp.').waitFor()
  expect(await panel.getByRole('list', { name: 'Những người đã hỏi' }).textContent()).toMatch(/Trần Thị Hồng.*về bản 1.*Đề nghị sửa/)
  expect(await panel.getByRole('button', { name: 'Huỷ đường dẫn hỏi ý kiến Trần Thị Hồng' }).count()).toBe(0)
  await isClean(page)
})
