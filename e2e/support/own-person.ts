import type { RecoveryCodes, SecondFactorOffer, SignedIn } from '@bantin/shared/auth'
import type { CreatedUser } from '@bantin/shared/users'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { codeOf } from './app-code.ts'
import type { Role } from './desk.ts'
import { ask } from './editor.ts'

/** Somebody whom one test alone knows: what is done with the account touches no other. */
export interface OwnPerson {
  email: string
  name: string
  password: string
}

/** Invites somebody over the whole site; answers who it is, with the link of the invitation. */
export async function invite(role: Role, name = 'Đỗ Thị Mai'): Promise<{ email: string; name: string; url: string }> {
  const email = `${crypto.randomUUID()}@example.gov.vn`
  const authorization = await signInByApi('admin@example.gov.vn', inject('demoPassword'))
  const { link } = await ask<CreatedUser>('/api/v1/editorial/users', {
    method: 'POST',
    headers: { authorization },
    body: { email, name, locale: 'vi', grants: [{ role, unitId: null }] },
  })
  return { email, name, url: link.url }
}

/** Somebody who has set a password. */
export async function ownPerson(role: Role): Promise<OwnPerson> {
  const { email, name, url } = await invite(role)
  const password = 'bảy con vịt qua sông'
  await ask('/api/v1/auth/invitations', { method: 'POST', headers: cookieScope(), body: { token: url.split('#')[1], password } })
  return { email, name, password }
}

/** Turns the person's second factor on. */
export async function withSecondFactor({ email, password }: OwnPerson): Promise<{ secret: string; recoveryCodes: string[] }> {
  const authorization = await signInByApi(email, password)
  const send = <T>(path: string, body: object) => ask<T>(`/api/v1/auth/${path}`, { method: 'POST', headers: { authorization }, body })
  const { secret } = await send<SecondFactorOffer>('totp', { password })
  return { secret, ...(await send<RecoveryCodes>('totp/confirm', { code: codeOf(secret) })) }
}

/** Fills in the first step of signing in and sends it. */
export async function givePassword(page: Page, { email, password }: OwnPerson): Promise<void> {
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

/** Waits until the desk is there. */
export async function isInside(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Bài', exact: true }).waitFor()
}

async function signInByApi(email: string, password: string): Promise<string> {
  const { accessToken } = await ask<SignedIn>('/api/v1/auth/login', { method: 'POST', headers: cookieScope(), body: { email, password } })
  return `Bearer ${accessToken}`
}

function cookieScope(): Record<string, string> {
  return { origin: inject('siteUrl') }
}
