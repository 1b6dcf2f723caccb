import { cleanText } from '@bantin/shared/text'
import { hash, verify } from '@node-rs/argon2'
import { takeTurns } from '../lib/take-turns.ts'

/** The Argon2id hash to store. Throws `unavailable` when too many are waiting. */
export function hashPassword(password: string): Promise<string> {
  return turn(() => hash(cleanText(password), cost))
}

/**
 * Whether the password is the one that was hashed. An undefined hash stands for an account that does not exist: it costs one
 * verification like any other, so that the time taken tells nothing. Throws `unavailable` when too many are waiting.
 */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await turn(() => verify(stored ?? nobodysHash, cleanText(password)))
  return matches && stored !== undefined
}

// OWASP's first recommendation for Argon2id, which is this library's default variant.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** No password leads to it; its cost is that of the real ones. */
export const nobodysHash = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

const turn = takeTurns({ atOnce: 2, waiting: 20 })
