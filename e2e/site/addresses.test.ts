import { beforeAll, expect, inject, test } from 'vitest'
import { type Editor, signInAs } from '../support/editor.ts'
import { openPage } from '../support/open-page.ts'

let publisher: Editor
beforeAll(async () => {
  publisher = await signInAs('publisher')
})

const goneLine = 'Failed to load resource: the server responded with a status of 410'
const addressOf = (path: string) => inject('siteUrl') + path

test('a link to the system before this one leads to the article, however long ago it was set', async () => {
  const article = await publisher.publish({ title: 'Bài có địa chỉ cũ' })
  await publisher.lead('/Tin tức/chi-tiet.aspx?id=15&tên=bài', article)
  const page = await openPage()
  await page.goto('/Tin tức/chi-tiet.aspx?id=15&tên=bài')
  expect(page.url()).toBe(addressOf(`/bai-viet/${article.slug}`))
  expect(await page.locator('main h1').textContent()).toBe('Bài có địa chỉ cũ')
})

test('a replaced article leads to the one that took its place, in the reader’s language', async () => {
  const [before, after] = [await publisher.publish({ title: 'Bài bị thay thế' }), await publisher.publish({ title: 'Bài thay thế' })]
  await publisher.change(before, '/redirect', { target: after.id })
  const page = await openPage()
  await page.goto(`/en/bai-viet/${before.slug}`)
  expect(page.url()).toBe(addressOf(`/en/bai-viet/${after.slug}`))
})

test('a removed article says that it was taken down', async () => {
  const article = await publisher.publish({ title: 'Bài sẽ bị gỡ' })
  await publisher.change(article, '/remove', { answer: 'gone', reason: 'Trùng với bài khác.' })
  const page = await openPage({ expected: [goneLine] })
  const answer = await page.goto(`/bai-viet/${article.slug}`)
  expect(answer?.status()).toBe(410)
  expect(await page.locator('h1').textContent()).toBe('Bài đã được gỡ')
})
