import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { openPage, type PageOptions } from './open-page.ts'
import { caretIn } from './writing.ts'

interface Account {
  email: string
  password: string
}

export type Role = 'reporter' | 'editor' | 'publisher' | 'admin' | 'auditor'

/** The console's own line about asking for a session where there is none: the first thing every page of the desk does. */
export const noSessionLine = 'Failed to load resource: the server responded with a status of 401'

/** A phone held in one hand. */
export const phone: PageOptions = { viewport: { width: 360, height: 640 }, context: { hasTouch: true, isMobile: true } }

/** The desk's list of articles, as one of the demo's people. */
export async function openDesk(role: Role, options: PageOptions = {}): Promise<Page> {
  const page = await openDeskAt('/ban-bien-tap', role, options)
  await page.getByRole('heading', { level: 1, name: 'Bài', exact: true }).waitFor()
  return page
}

/** Another address of the desk, loaded and no more: the first page of somebody who kept it. */
export async function openDeskAt(path: string, role: Role, options: PageOptions = {}): Promise<Page> {
  const page = await openPage({ ...options, expected: [noSessionLine, ...(options.expected ?? [])] })
  await giveSession(page, { email: `${role}@example.gov.vn`, password: inject('demoPassword') })
  await page.goto(path)
  return page
}

/** The page's browser has a session from now on. How people come by one has tests of its own. */
export async function giveSession(page: Page, { email, password }: Account, origin = inject('siteUrl')): Promise<void> {
  const answer = await page.request.post('/api/v1/auth/login', { data: { email, password }, headers: { origin } })
  if (!answer.ok()) throw new Error(`no session: ${await answer.text()}`)
}

export async function signIn(page: Page, role: Role): Promise<void> {
  await page.getByLabel('Thư điện tử').fill(`${role}@example.gov.vn`)
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(inject('demoPassword'))
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

export interface Draft {
  title: string
  paragraphs: string[]
}

/** Opens a new article and types it; nothing is saved yet. */
export async function writeArticle(page: Page, { title, paragraphs }: Draft): Promise<void> {
  await page.getByRole('link', { name: 'Viết tin' }).click()
  await page.getByRole('textbox', { name: 'Tiêu đề' }).fill(title)
  await caretIn(page, 0)
  for (const [place, paragraph] of paragraphs.entries()) {
    if (place > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(paragraph)
  }
}

/** Presses "Lưu" and waits until the page says that it is saved. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText(/^Đã lưu lúc/).waitFor()
}

/** "Đăng" and the same button in the dialog that asks once more; gives the article's public address. */
export async function publish(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Đăng', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng', exact: true }).click()
  await page.getByText(/^Đã đăng lúc/).waitFor()
  return publicAddress(page)
}

/** Where readers find the article that is open. */
export async function publicAddress(page: Page): Promise<string> {
  return (await page.getByRole('link', { name: 'Xem trên trang công khai' }).first().getAttribute('href')) ?? ''
}

/** A title that no other test uses. */
export function uniqueTitle(text: string): string {
  return `${text} ${crypto.randomUUID().slice(0, 8)}`
}
