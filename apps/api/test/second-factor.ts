import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { secondFactors } from '../src/db/schema/sessions.ts'
import { type KnownPerson, own, password } from './auth-client.ts'
import type { TestApp } from './test-app.ts'

/** The code that an app with this secret shows: now, or so many half minutes later. */
export function codeOf(secret: string, later = 0): string {
  const timestamp = Date.now() + later * 30_000
  return TOTP.generate({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30, timestamp })
}

/** A code of six digits that no app with this secret shows now or soon. */
export function wrongCodeFor(secret: string): string {
  const near = [-2, -1, 0, 1, 2].map((later) => codeOf(secret, later))
  return ['000000', '000001', '000002', '000003', '000004', '000005'].find((code) => !near.includes(code)) as string
}

/** Turns the person's second factor on through the API; every code can be taken again, also the one that turned it on. */
export async function turnOn(it: TestApp, person: KnownPerson): Promise<{ secret: string; recoveryCodes: string[] }> {
  const offered = await own(it, person, 'POST', 'totp', { password })
  if (offered.statusCode !== 200) throw new Error(`no offer: ${offered.body}`)
  const { secret } = offered.json()
  const confirmed = await own(it, person, 'POST', 'totp/confirm', { code: codeOf(secret) })
  if (confirmed.statusCode !== 200) throw new Error(`not turned on: ${confirmed.body}`)
  await forgetSteps(it, person)
  return { secret, recoveryCodes: confirmed.json().recoveryCodes }
}

/** As if no code had been taken yet. */
export async function forgetSteps({ app }: TestApp, { userId }: Pick<KnownPerson, 'userId'>): Promise<void> {
  await app.db.update(secondFactors).set({ lastStep: null }).where(eq(secondFactors.userId, userId))
}
