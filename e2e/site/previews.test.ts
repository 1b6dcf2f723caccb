import type { CreatedPreview } from '@bantin/shared/previews'
import { expect, inject, test } from 'vitest'
import { axeFindings, overflow, smallTargets } from '../support/check-page.ts'
import { notFoundLine } from '../support/demo.ts'
import { phone, uniqueTitle } from '../support/desk.ts'
import { signInAs } from '../support/editor.ts'
import { openPage } from '../support/open-page.ts'
import { paragraphs } from '../support/shared-article.ts'

const text = 'Đoạn văn mà chưa ai đọc được & “chưa đăng”.'

test('a draft is shown to whoever has its link, with and without JavaScript, until the link is revoked; nobody is counted', async () => {
  const editor = await signInAs('editor')
  const title = uniqueTitle('Bản nháp được xem trước')
  const draft = await editor.draft({
    title,
    sapo: 'Sapo của bản nháp.',
    body: paragraphs(text),
    ...(editor.unitId && { unitId: editor.unitId }),
  })
  const preview = await editor.call<CreatedPreview>('POST', draft, '/previews', { expiresInHours: 1 })

  const page = await openPage({ ...phone, counted: true, expected: [notFoundLine] })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(preview.url, { waitUntil: 'networkidle' })
  expect(await page.getByRole('complementary', { name: 'Bản xem trước · chưa đăng' }).textContent()).toContain('Đường dẫn hết hạn')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
  expect(await page.locator('[data-article-body] p').allTextContents()).toEqual([text])
  expect(asked.filter((url) => url.includes('/analytics/hits'))).toEqual([])
  expect([await overflow(page), await smallTargets(page), await axeFindings(page)]).toEqual([0, [], []])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page)).toEqual([])

  const plain = await openPage({ javaScript: false })
  await plain.goto(preview.url)
  expect(await plain.locator('main').textContent()).toBe(await page.locator('main').textContent())

  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('complementary', { name: 'Preview · not published' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/en/xem-truoc/${preview.token}`)

  await editor.call('DELETE', draft, `/previews/${preview.id}`)
  const gone = await page.goto(preview.url)
  expect(gone?.status()).toBe(404)
  expect(await page.locator('h1').textContent()).toBe('Đường dẫn này không mở được')
})

test('a preview may be framed by the desk alone, is kept nowhere, and tells no other site where its reader was', async () => {
  const editor = await signInAs('editor')
  const draft = await editor.draft(editor.unitId ? { unitId: editor.unitId } : {})
  const { url, token } = await editor.call<CreatedPreview>('POST', draft, '/previews', {})
  for (const address of [url, url.replace(inject('siteUrl'), `${inject('siteUrl')}/en`)]) {
    const answer = await fetch(address)
    const said = ['cache-control', 'x-robots-tag', 'referrer-policy', 'link'].map((name) => answer.headers.get(name))
    expect([answer.status, said]).toEqual([200, ['no-store', 'noindex', 'no-referrer', null]])
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect((await answer.text()).split('</head>')[0]).not.toContain(token)
  }
})
