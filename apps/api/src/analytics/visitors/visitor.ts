import { createHmac, type KeyObject } from 'node:crypto'

/** What a visitor is known by for one day. Held in memory until the hit is written, never stored, never logged. */
export interface Sender {
  address: string
  userAgent: string
}

/** 16 bytes, as PostgreSQL reads them. */
export type VisitorHash = `\\x${string}`

/**
 * What stands for a reader of a site on the salt's day, and leads nowhere once the salt is gone. Of many hashes the salt is better a key:
 * making one of bytes takes four times as long as the hash.
 */
export function visitorHash(salt: KeyObject | Buffer, siteId: string, { address, userAgent }: Sender): VisitorHash {
  return `\\x${createHmac('sha256', salt).update(`${siteId}\0${address}\0${userAgent}`).digest('hex').slice(0, 32)}`
}
