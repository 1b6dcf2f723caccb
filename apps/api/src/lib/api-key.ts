import { createHash, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { crc32 } from 'node:zlib'

/** A portal, as it has shown itself by a key. */
export interface ApiClient {
  id: string
  keyId: string
  /** Its feed has what this unit and those below it publish; null: everything. */
  unitId: string | null
  scopes: readonly string[]
  /** Requests a second, where it has a limit of its own. */
  requestsPerSecond: number | null
}

/** A key as it is given away once; `prefix` and `hash` are what stays. */
export interface NewKey {
  key: string
  prefix: string
  hash: Buffer
}

/** Makes a key of 256 random bits. What begins with `btk_` and ends with its checksum is found by programs that look for leaked secrets. */
export function newKey(): NewKey {
  const name = randomBytes(16).toString('base64url').replaceAll(/[-_]/g, '').padEnd(8, '0').slice(0, 8)
  const start = `btk_${name}_${randomBytes(32).toString('base64url')}`
  const key = `${start}_${checksum(start)}`
  return { key, prefix: `btk_${name}`, hash: hashOfKey(key) }
}

/** Its prefix, which finds it, and its hash; undefined for what is no key, mistyped ones among it: they need not be looked for. */
export function readKey(key: string): { prefix: string; hash: Buffer } | undefined {
  const [, start, prefix, sum] = /^((btk_[0-9A-Za-z]{8})_[\w-]{43})_([0-9a-z]{7})$/.exec(key) ?? []
  if (start === undefined || prefix === undefined || sum !== checksum(start)) return undefined
  return { prefix, hash: hashOfKey(key) }
}

/** What is sent in place of a key, or of a token of a session: undefined without `Authorization: Bearer btk_…`, in whatever case its scheme is. */
export function sentKey({ authorization }: IncomingHttpHeaders): string | undefined {
  return authorization === undefined ? undefined : /^bearer[ \t]+(btk_.*)$/i.exec(authorization)?.[1]
}

function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

function checksum(text: string): string {
  return crc32(text).toString(36).padStart(7, '0')
}
