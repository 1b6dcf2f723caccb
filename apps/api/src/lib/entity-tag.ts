import { hash } from 'node:crypto'
import type { Encoding } from './compress.ts'

/** A strong entity tag of these bytes in that encoding: each encoding has its own (RFC 9110, 8.8.3). */
export function entityTag(digest: string, encoding: Encoding): string {
  return encoding === 'identity' ? `"${digest}"` : `"${digest}-${encoding}"`
}

/** What entity tags of these bytes are made of. */
export function digestOf(bytes: Buffer): string {
  return hash('sha1', bytes, 'base64url')
}

/** Whether `If-None-Match` names the tag. Compared weakly: caches on the way weaken tags (RFC 9110, 13.1.2). */
export function namesTag(ifNoneMatch: string, tag: string): boolean {
  return ifNoneMatch === tag || ifNoneMatch.split(',').some((part) => [tag, '*'].includes(part.trim().replace(/^W\//, '')))
}
