import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'

test('the desk stays within its budget of scripts, whatever page it opens on', async () => {
  const page = await openDesk('publisher')
  const scripts: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body())
  })
  // The page never falls silent: it keeps listening for news.
  await page.reload()
  await page.locator('main table a').first().waitFor()
  const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length)
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThanOrEqual(220_000)
})
