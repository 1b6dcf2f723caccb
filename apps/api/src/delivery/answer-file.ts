import { parse as parseRange } from 'range-parser'
import { namesTag } from '../lib/entity-tag.ts'

/** What a request says of the part that it wants, and of what it has already. */
export interface Conditions {
  /** Of GET alone. */
  range?: string | undefined
  'if-range'?: string | undefined
  'if-none-match'?: string | undefined
}

/** What is said of a file beside its length. The tag is strong: other bytes, another tag. */
export type FileHeaders = Record<string, string> & { etag: string }

export interface FileAnswer {
  status: 200 | 206 | 304 | 416
  headers: Record<string, string | number>
  /** Without it the whole file. */
  part?: { start: number; end: number }
}

/** So long may a file be on its way to somebody, in milliseconds: any other answer is cut off after seconds, and lines are slow. */
export const sendingTimeout = 3_600_000

/** How a file of so many bytes is answered, and which part of it (RFC 9110, 13 and 14). */
export function answerFile(bytes: number, headers: FileHeaders, conditions: Conditions): FileAnswer {
  const known = conditions['if-none-match']
  if (known !== undefined && namesTag(known, headers.etag)) return { status: 304, headers }
  const part = partOf(bytes, headers.etag, conditions)
  if (part === 'outside') return { status: 416, headers: { 'content-range': `bytes */${bytes}` } }
  if (part === 'whole') return { status: 200, headers: { ...headers, 'content-length': bytes } }
  const range = { 'content-range': `bytes ${part.start}-${part.end}/${bytes}`, 'content-length': part.end - part.start + 1 }
  return { status: 206, headers: { ...headers, ...range }, part }
}

// range-parser sets this bit where a range is none.
const unreadable = 1

/**
 * One range of bytes. Several, other units and what cannot be read are answered with the whole file, as is a range for a file that has
 * changed since; `outside`: no byte of it is in the file.
 */
function partOf(bytes: number, etag: string, { range, 'if-range': ifRange }: Conditions) {
  if (range === undefined || (ifRange !== undefined && ifRange !== etag)) return 'whole'
  const { code, type, ranges } = parseRange(bytes, range)
  if (type !== 'bytes' || (code & unreadable) !== 0 || ranges.length > 1) return 'whole'
  return ranges[0] ?? 'outside'
}
