import { expect, test } from 'vitest'
import { openDeskAt, phone, save } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { isClean } from '../support/is-clean.ts'
import { openPanel } from '../support/panels.ts'
import { openSharedArticle, paragraphs, titleField } from '../support/shared-article.ts'
import { blockTexts, fillBlock } from '../support/writing.ts'

test('two versions are compared word by word, and the older one is restored as the newest', async () => {
  const { page, article, colleague } = await openSharedArticle('Khối họp ngày 27.', 'Câu giữ nguyên.')
  await titleField(page).fill(`${article.title} sửa`)
  await fillBlock(page, 0, 'Khối họp ngày 28.')
  await save(page)

  const panel = await openPanel(page, 'Lịch sử')
  await panel.getByLabel('Tên bản').fill('Bản gửi lãnh đạo')
  await panel.getByRole('button', { name: 'Lưu thành bản' }).click()
  await panel.getByText('Đã giữ bản 2.').waitFor()
  await panel.getByRole('heading', { name: 'Bản 2: Bản gửi lãnh đạo' }).waitFor()
  await isClean(page)

  await panel.getByRole('button', { name: 'So sánh bản 1 với bản mới nhất' }).click()
  const compared = page.getByRole('dialog', { name: 'So sánh hai bản' })
  await compared.getByText('khối giữ nguyên').waitFor()
  expect(await compared.locator('section').first().locator('p').textContent()).toContain('thêm:  sửa (hết chỗ sửa)')
  expect(await compared.locator('section', { hasText: 'Khối họp' }).locator('p').textContent()).toMatch(
    /^Khối họp ngày bỏ: 27 \(hết chỗ sửa\) thêm: 28 \(hết chỗ sửa\) \.$/,
  )
  await isClean(page)

  await compared.getByRole('button', { name: 'Khôi phục bản 1' }).click()
  const question = page.getByRole('dialog', { name: 'Khôi phục bản 1?' })
  await isClean(page)
  await question.getByRole('button', { name: 'Khôi phục bản 1' }).click()
  await panel.getByText('Đã khôi phục bản 1 thành bản mới nhất.').waitFor()
  expect([await titleField(page).inputValue(), await blockTexts(page)]).toEqual([article.title, ['Khối họp ngày 27.', 'Câu giữ nguyên.']])
  await panel.getByRole('heading', { name: 'Bản 3', exact: true }).waitFor()
  // Saving goes on from there, onto the version that restoring made.
  await fillBlock(page, -1, 'Câu viết thêm.')
  await save(page)
  const stands = await colleague.call<{ body: unknown }>('GET', article, '')
  expect(JSON.stringify(stands.body)).toContain('Câu viết thêm.')
})

test('in review nothing is restored by its author, and the panel says what has to be done first', async () => {
  const editor = await signInAs('editor')
  const draft = await editor.draft({ body: paragraphs('Câu một.'), ...(editor.unitId && { unitId: editor.unitId }) })
  await editor.call('POST', draft, '/revisions', { label: 'Trước khi sửa' })
  const changed = await editor.change(draft, '', { body: paragraphs('Câu hai.') })
  await editor.change(changed, '/submit')
  const page = await openDeskAt(`/ban-bien-tap/bai/${draft.id}`, 'editor', phone)
  const panel = await openPanel(page, 'Lịch sử')
  await panel.getByRole('button', { name: 'Khôi phục bản 1' }).click()
  const question = page.getByRole('dialog', { name: 'Khôi phục bản 1?' })
  await question.getByText('Bài đang chờ duyệt. Hãy rút bài lại trước khi khôi phục bản cũ.').waitFor()
  expect(await question.getByRole('button').allTextContents()).toEqual(['Đóng'])
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Khôi phục bản 1')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator(':focus').textContent()).toBe('Lịch sử')
})

test('a panel that cannot be had takes neither the page nor the text with it', async () => {
  const { article } = await openSharedArticle('Câu đã lưu.')
  const expected = ['history-panel', 'ERR_FAILED', 'dynamically imported module']
  const page = await openDeskAt(`/ban-bien-tap/bai/${article.id}`, 'publisher', { expected })
  await titleField(page).waitFor()
  await page.route('**/assets/history-panel-*.js', (route) => route.abort())
  await fillBlock(page, 0, 'Câu chưa lưu.')
  const panel = await openPanel(page, 'Lịch sử')
  await panel.getByText('Màn hình này gặp lỗi. Chữ chưa lưu vẫn được giữ trên máy này.').waitFor()
  await page.keyboard.press('Escape')
  expect(await blockTexts(page)).toEqual(['Câu chưa lưu.'])
  await save(page)
})
