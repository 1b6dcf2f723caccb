import type { IncomingHttpHeaders } from 'node:http'
import { isbot } from 'isbot'
import type { DropCause } from './hits.repository.ts'

/** Why a request's hit is noise, or undefined for a reader's. */
export function noiseOf(headers: IncomingHttpHeaders): Exclude<DropCause, 'not_public'> | undefined {
  // Sec-Purpose says "prefetch" or "prefetch;prerender"; older browsers said it in Purpose or X-Moz.
  const purpose = [headers['sec-purpose'], headers.purpose, headers['x-moz']].join(' ')
  if (/prefetch|prerender|preview/i.test(purpose)) return 'prefetch'
  return isbot(headers['user-agent']) ? 'bot' : undefined
}

/** Whether the reader asked not to be tracked: Do Not Track or Global Privacy Control. */
export function asksForPrivacy(headers: IncomingHttpHeaders): boolean {
  return headers.dnt === '1' || headers['sec-gpc'] === '1'
}
