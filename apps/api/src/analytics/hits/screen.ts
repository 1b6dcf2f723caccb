import type { IncomingHttpHeaders } from 'node:http'
import { createIsbotFromList, list } from 'isbot'
import { linkPageOf } from '../../lib/link-pages.ts'
import type { DropCause } from './hits.repository.ts'

/** What the library takes for browsers: measuring services, agents of editors for programmers, and a browser under remote control. */
const moreBots = ['GTmetrix', 'Miniature\\.io', 'YLT Chrome', 'TSM-turingos', '\\b(?:Code|Trae)\\/\\d']
const isBot = createIsbotFromList([...list, ...moreBots])

/** Why a hit is noise, or undefined for a reader's of a public page. A path that carries a secret is not stored, whoever sends it. */
export function noiseOf(headers: IncomingHttpHeaders, path?: string): DropCause | undefined {
  if (path !== undefined && linkPageOf(path)) return 'not_public'
  // Sec-Purpose says "prefetch" or "prefetch;prerender"; older browsers said it in Purpose or X-Moz.
  const purposes = [headers['sec-purpose'], headers.purpose, headers['x-moz']]
  if (purposes.some((purpose) => purpose !== undefined && /prefetch|prerender|preview/i.test(String(purpose)))) return 'prefetch'
  return isBot(headers['user-agent']) ? 'bot' : undefined
}

/** Whether the reader asked not to be tracked: Do Not Track or Global Privacy Control. */
export function asksForPrivacy(headers: IncomingHttpHeaders): boolean {
  return headers.dnt === '1' || headers['sec-gpc'] === '1'
}
