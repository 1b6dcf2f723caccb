import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A new refresh token: 256 random bits. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * The token that follows the presented one. Made from it, not at random, so that whoever presents the same token again gets the
 * same answer, also from another process and after a crash. Nobody without the key can tell it.
 */
export function successorOf(token: string, key: Buffer): string {
  return createHmac('sha256', key).update(token).digest('base64url')
}

/** What is stored of a token: it opens nothing. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whether a text has the form of a refresh token, so that nothing else reaches the database. */
export function isRefreshToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
