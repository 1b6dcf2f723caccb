import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits, as 43 characters that an address can carry. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: it opens nothing. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whether a text has the form of a token, so that nothing else reaches the database. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
