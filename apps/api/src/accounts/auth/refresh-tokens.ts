import { createHmac } from 'node:crypto'

/**
 * The token that follows the presented one. Made from it, not at random, so that whoever presents the same token again gets the
 * same answer, also from another process and after a crash. Nobody without the key can tell it.
 */
export function successorOf(token: string, key: Buffer): string {
  return createHmac('sha256', key).update(token).digest('base64url')
}
