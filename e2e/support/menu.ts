import type { Page } from 'playwright-core'

/** Goes to one of the desk's pages by its name in the menu, which a phone folds away. */
export async function goTo(page: Page, name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Các trang của ban biên tập' })
  const folded = menu.getByRole('button', { name: 'Ban biên tập' })
  const link = menu.getByRole('link', { name })
  // Which of them it is can be told when one of them is there.
  await folded.or(link).filter({ visible: true }).first().waitFor()
  if (await folded.isVisible()) {
    await folded.click()
    await page.getByRole('menuitem', { name }).click()
  } else {
    await link.click()
  }
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
