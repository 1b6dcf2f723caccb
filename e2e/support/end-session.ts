import type { Page } from 'playwright-core'
import { expect, inject } from 'vitest'

/** The session ends on the server; the browser does not know it and keeps its cookie. */
export async function endSession(page: Page): Promise<void> {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const url = inject('siteUrl')
  const answer = await fetch(`${url}/api/v1/auth/logout`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: url },
    body: '{}',
  })
  expect(answer.status).toBe(204)
}
