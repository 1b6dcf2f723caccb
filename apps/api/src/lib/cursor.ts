import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'
import { ProblemError } from '../errors.ts'
import { deriveKey, type Secrets } from './keys.ts'

/** Makes and reads the opaque cursors of lists. `scope` is what a cursor is good for, as `listScope` says it. */
export interface Cursors {
  seal(scope: string, values: string[]): string
  /** The values sealed. Throws `invalid_cursor` for anything that `seal` did not give for this scope. */
  open(scope: string, cursor: string): string[]
}

/** A list and its filters, in whatever order they were asked for. */
export function listScope(list: string, filters: object): string {
  return `${list} ${JSON.stringify(Object.entries(filters).sort())}`
}

/** Cursors authenticated with the first secret; those of the others are still read. */
export function createCursors(secrets: Secrets): Cursors {
  // Made a key once: else that is half of making a cursor.
  const keys = secrets.map((secret) => createSecretKey(deriveKey(secret, 'cursor')))
  const [writing] = keys as [KeyObject]
  const mark = (key: KeyObject, scope: string, payload: string) =>
    createHmac('sha256', key).update(`${scope}\n${payload}`).digest().subarray(0, 12)
  return {
    seal: (scope, values) => {
      const payload = JSON.stringify(values)
      return Buffer.concat([mark(writing, scope, payload), Buffer.from(payload)]).toString('base64url')
    },
    open: (scope, cursor) => {
      const bytes = Buffer.from(cursor, 'base64url')
      const payload = bytes.subarray(12).toString()
      // base64url's last character has spare bits: the same bytes have several spellings, of which we gave one.
      const genuine =
        bytes.toString('base64url') === cursor && keys.some((key) => matches(mark(key, scope, payload), bytes.subarray(0, 12)))
      if (!genuine) throw new ProblemError('invalid_cursor')
      return JSON.parse(payload)
    },
  }
}

function matches(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
