import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFindings, overflow, smallTargets } from './check-page.ts'

/** The panel of this name beside the open article, opened by its button. */
export async function openPanel(page: Page, name: 'Trao đổi' | 'Lịch sử' | 'Gửi xem') {
  await page.getByRole('region', { name: 'Cùng làm bài này' }).getByRole('button', { name }).click()
  const panel = page.getByRole('region', { name, exact: true })
  await panel.waitFor()
  return panel
}

/** What is open is clean for axe in light and dark, and fits a phone of 360 × 640 with targets of 24. The page is left as it was. */
export async function isClean(page: Page): Promise<void> {
  const size = page.viewportSize()
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFindings(page)).toEqual([])
  }
  await page.setViewportSize({ width: 360, height: 640 })
  expect([await axeFindings(page), await overflow(page), await smallTargets(page)]).toEqual([[], 0, []])
  if (size) await page.setViewportSize(size)
}
