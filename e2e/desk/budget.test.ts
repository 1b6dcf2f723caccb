import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openDesk } from '../support/desk.ts'
import { bodyField } from '../support/writing.ts'

/** Bytes of all scripts that are loaded while something is done, as they travel. */
async function scriptsOf(page: Page, act: () => Promise<void>): Promise<number> {
  const scripts: Promise<Buffer>[] = []
  const listen = (response: { url(): string; body(): Promise<Buffer> }): void => {
    if (response.url().endsWith('.js')) scripts.push(response.body())
  }
  page.on('response', listen)
  await act()
  page.off('response', listen)
  return (await Promise.all(scripts)).reduce((total, body) => total + gzipSync(body).length, 0)
}

test('the desk stays within its budgets of scripts: the frame with the list, and the editor that is loaded on top', async () => {
  const page = await openDesk('publisher')
  const frame = await scriptsOf(page, async () => {
    await page.reload()
    await page.locator('main table a').first().waitFor()
  })
  expect(frame).toBeGreaterThan(0)
  expect(frame).toBeLessThanOrEqual(220_000)
  const editor = await scriptsOf(page, async () => {
    await page.locator('main table a').first().click()
    await bodyField(page).waitFor()
  })
  expect(editor).toBeGreaterThan(0)
  expect(editor).toBeLessThanOrEqual(180_000)
})
