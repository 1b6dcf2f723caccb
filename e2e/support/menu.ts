import type { Page } from 'playwright-core'

/** Goes to one of the desk's pages by its name in the menu, which a phone folds away. */
export async function goTo(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Các trang của ban biên tập' })
  const folded = menu.getByRole('button', { name: 'Ban biên tập' })
  if (await folded.isVisible()) {
    await folded.click()
    await page.getByRole('menuitem', { name }).click()
  } else {
    await menu.getByRole('link', { name }).click()
  }
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
