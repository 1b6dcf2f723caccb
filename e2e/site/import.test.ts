import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { importText } from '../../apps/api/src/cli/import-text.ts'
import { openPage } from '../support/open-page.ts'

const title = 'Văn phòng Uỷ ban ký giao ước thi đua, chốt 12 phần việc của quý'
const paragraphs = [
  'Chiều 20/11, Văn phòng Uỷ ban nhân dân tỉnh tổ chức ký giao ước thi đua với chín phòng, ban; ai nấy đều “nói ít, làm nhiều”.',
  'Đồng chí Chánh Văn phòng nhấn mạnh: kỷ cương, đúng hẹn, rõ người, rõ việc, rõ thời gian.',
]

test('an imported text is published: read in the API, on the page without JavaScript, and in a browser, letter for letter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bantin-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'bài.txt')
  writeFileSync(file, [title, ...paragraphs, 'Mục lục', 'Trang chủ'].join('\n\n'))
  const siteUrl = inject('siteUrl')
  const said: string[] = []
  const env = { DATABASE_URL: inject('databaseServerUrl'), SECRET: 'k3Jw9vXq2LmZ7pTt4RbYc8NdFgHs1AaE', PUBLIC_URL: siteUrl }
  const say = (line: string) => said.push(line)
  expect(await importText.run([file, '--stop-at', 'Mục lục', '--publish'], { env, say, complain: say })).toBe(0)
  const address = said.at(-1)?.replace('Published: ', '') ?? ''
  const path = new URL(address).pathname

  const article = (await (await fetch(`${siteUrl}/api/v1/articles/${path.replace('/bai-viet/', '')}`)).json()) as {
    title: string
    bodyHtml: string
  }
  expect(article).toMatchObject({ title, bodyHtml: paragraphs.map((text) => `<p>${text}</p>`).join('\n') })

  const html = await (await fetch(address)).text()
  for (const text of paragraphs) expect(html).toContain(`<p>${text}</p>`)
  expect(html).not.toContain('Trang chủ</p>')

  const page = await openPage()
  await page.goto(path)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
  expect(await page.locator('[data-article-body] p').allTextContents()).toEqual(paragraphs)
})
