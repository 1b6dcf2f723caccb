import type { Page } from 'playwright-core'

/** The panel of this name beside the open article, opened by its button. */
export async function openPanel(page: Page, name: 'Trao đổi' | 'Lịch sử' | 'Gửi xem') {
  await page.getByRole('region', { name: 'Cùng làm bài này' }).getByRole('button', { name }).click()
  const panel = page.getByRole('region', { name, exact: true })
  await panel.waitFor()
  return panel
}
