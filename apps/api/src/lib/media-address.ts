import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey, type Secrets } from './keys.ts'

/** The path of a file of the media library as everyone asks for it. `name` is that of a rendering, or `original`. */
export function mediaPath(id: string, rev: number, name: string): string {
  return `/media/${id}/${rev}/${name}`
}

export interface MediaSignature {
  /** Seconds since 1970, after which the address opens no more. */
  expires: number
  signature: string
}

/** Signs and checks the addresses under which files that are not public are open for a while: an `<img>` carries no token. */
export interface MediaAddresses {
  /** The path with its signature, good for six to twelve hours: the same for everyone within the same six hours. */
  sign(path: string, now?: number): string
  /** The path with a signature that is good until then, in seconds since 1970: for one that takes the place of another. */
  signUntil(path: string, expires: number): string
  /** Whether we signed exactly this path, and the time has not run out. */
  isSigned(path: string, given: MediaSignature, now?: number): boolean
}

const window = 6 * 3600

/** Addresses signed with the first secret; those of the others still open. */
export function createMediaAddresses(secrets: Secrets): MediaAddresses {
  const keys = secrets.map((secret) => deriveKey(secret, 'media address'))
  const [writing] = keys as [Buffer]
  const mark = (key: Buffer, path: string, expires: number) => createHmac('sha256', key).update(`${expires}\n${path}`).digest('base64url')
  const signUntil = (path: string, expires: number) => `${path}?expires=${expires}&signature=${mark(writing, path, expires)}`
  return {
    sign: (path, now = Date.now()) => signUntil(path, (Math.floor(now / 1000 / window) + 2) * window),
    signUntil,
    isSigned: (path, { expires, signature }, now = Date.now()) =>
      expires * 1000 > now && keys.some((key) => sameText(mark(key, path, expires), signature)),
  }
}

function sameText(one: string, other: string): boolean {
  // As many letters may be more bytes.
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
