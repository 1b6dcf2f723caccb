import { hkdfSync } from 'node:crypto'

/** A 32-byte key for one purpose, named by `label`, so that a key learned in one place opens no other (RFC 5869, SHA-256). */
export function deriveKey(secret: string, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `bantin/${label}`, 32))
}
