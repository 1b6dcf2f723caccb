import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFindings, overflow, smallTargets } from './check-page.ts'

/** Fails when axe finds something in light, dark or narrow, or when the page does not fit 320 pixels with targets of 24. The window is as it was afterwards. */
export async function isClean(page: Page): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFindings(page)).toEqual([])
  }
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 640 })
    // What is drawn otherwise on a narrow screen is so a moment after it has become narrow.
    await expect.poll(() => overflow(page)).toBe(0)
    expect(await smallTargets(page)).toEqual([])
  }
  expect(await axeFindings(page)).toEqual([])
  await page.setViewportSize(before)
  // A menu that the narrow window folded has become a row again before anything is clicked in it.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}
