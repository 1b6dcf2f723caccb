import type { CreatedOpinion, Opinion } from '@bantin/shared/opinions'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, overflow, smallTargets } from '../support/check-page.ts'
import { phone } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { openPage } from '../support/open-page.ts'
import { paragraphs } from '../support/shared-article.ts'

const name = 'Bà Lê Thị Đọc'

async function askForOpinion() {
  const editor = await signInAs('editor')
  const own = editor.unitId ? { unitId: editor.unitId } : {}
  const draft = await editor.draft({ title: 'Bài đang xin ý kiến', body: paragraphs('Toàn tỉnh có 14 đơn vị.'), ...own })
  const opinion = await editor.call<CreatedOpinion>('POST', draft, '/opinions', { name })
  const answers = () => editor.call<{ data: Opinion[] }>('GET', draft, '/opinions')
  return { editor, draft, opinion, answers }
}

async function isClean(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFindings(page)).toEqual([])
  }
  expect([await overflow(page), await smallTargets(page)]).toEqual([0, []])
}

test('somebody without an account reads the text on a phone and answers; a lost network costs no word, and the editor reads it', async () => {
  const { editor, draft, opinion, answers } = await askForOpinion()
  await editor.change(draft, '', { title: 'Tiêu đề sau này' })
  const page = await openPage({ ...phone, counted: true, expected: ['ERR_INTERNET_DISCONNECTED'] })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(opinion.url, { waitUntil: 'networkidle' })
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Bài đang xin ý kiến')
  expect(await page.getByRole('complementary', { name: 'Xin ý kiến' }).textContent()).toContain(`xin ý kiến của ${name}`)
  await isClean(page)

  await page.getByRole('link', { name: 'Đến phần trả lời' }).click()
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await page.getByText('Xin chọn “Đồng ý” hoặc “Đề nghị sửa”.').waitFor()
  await page.getByRole('radio', { name: 'Đề nghị sửa' }).check()
  await page.getByRole('textbox', { name: 'Nội dung góp ý' }).fill('Sửa 14 thành 15.\nPhần còn lại được.')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await page.getByText('Chưa gửi được ý kiến.').waitFor()
  await isClean(page)
  expect((await answers()).data[0]?.answer).toBeNull()

  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await page.getByText('Đã gửi ý kiến. Xin cảm ơn!').waitFor()
  await isClean(page)
  expect((await answers()).data).toMatchObject([{ name, revision: 1, answer: 'change', text: 'Sửa 14 thành 15.\nPhần còn lại được.' }])

  await page.reload()
  expect(await page.getByRole('region', { name: `Ý kiến của ${name}` }).textContent()).toContain('Đề nghị sửaSửa 14 thành 15.')
  expect(await page.getByRole('button', { name: 'Gửi ý kiến' }).count()).toBe(0)
  expect(asked.filter((url) => url.includes('/analytics/hits'))).toEqual([])
})

test('without JavaScript the text can be read, and the page says what answering needs', async () => {
  const { opinion } = await askForOpinion()
  const page = await openPage({ javaScript: false })
  const answer = await page.goto(opinion.url)
  const said = ['cache-control', 'x-robots-tag', 'referrer-policy'].map((header) => answer?.headers()[header])
  expect(said).toEqual(['no-store', 'noindex', 'no-referrer'])
  expect(answer?.headers()['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(await page.locator('[data-article-body]').textContent()).toBe('Toàn tỉnh có 14 đơn vị.')
  const notice = page.locator('form noscript p')
  expect([await notice.isVisible(), await notice.textContent()]).toEqual([true, expect.stringContaining('xin bật JavaScript')])
  expect(await page.getByRole('button', { name: 'Gửi ý kiến' }).isDisabled()).toBe(true)
})
