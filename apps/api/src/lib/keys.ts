import { hkdfSync } from 'node:crypto'

/** What the configuration has as `SECRET`: the first makes what is made from now on, all are tried on what was made before. */
export type Secrets = readonly [string, ...string[]]

/** A 32-byte key for one purpose, named by `label`, so that a key learned in one place opens no other (RFC 5869, SHA-256). */
export function deriveKey(secret: string, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `bantin/${label}`, 32))
}
