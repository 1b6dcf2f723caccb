import type { Readable } from 'node:stream'
import { Type } from 'typebox'

/** A file as it comes in: read its bytes, or destroy them, before the next one is asked for. */
export interface Upload {
  /** As the sender calls it: it may say anything. */
  name: string
  bytes: Readable
}

/** The body of a route that takes files, for its contract: it is read part by part, so there is nothing to be validated here. */
export function uploadBody(description: string) {
  const schema = Type.Unsafe<null>({
    type: ['object', 'null'],
    description,
    properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
  })
  return { content: { 'multipart/form-data': { schema } } }
}

/** So long may files be on their way, in milliseconds: 40 MB over half a megabit a second. */
export const uploadTimeout = 600_000
