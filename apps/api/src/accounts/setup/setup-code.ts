import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '../../lib/keys.ts'
import { plainCode, readableCode } from '../../lib/readable-codes.ts'

/** What whoever can read the terminal proves it with: 100 bits, such as `ABCDE-FGHIJ-KLMNO-PQRST`. The same at each start of a site. */
export function setupCode(secret: string, siteId: string): string {
  const bits = createHmac('sha256', deriveKey(secret, 'setup')).update(siteId).digest()
  return readableCode(bits, 5).slice(0, 23)
}

/** Whether it is the code that one of the secrets makes, however it was typed. Takes the same time wherever it differs. */
export function isSetupCode(secrets: readonly string[], siteId: string, typed: string): boolean {
  const given = digestOf(typed)
  return secrets.filter((secret) => timingSafeEqual(digestOf(setupCode(secret, siteId)), given)).length > 0
}

function digestOf(code: string): Buffer {
  return createHash('sha256').update(plainCode(code)).digest()
}
