import { validityOf } from '../lib/cache-status.ts'
import type { Validity } from '../lib/validity.ts'

/** Asks the application below HTTP, as `app.inject` does. */
export type Inject = (request: { method: 'GET'; url: string; headers: Record<string, string> }) => Promise<{
  statusCode: number
  headers: Record<string, unknown>
  rawPayload: Buffer
}>

interface InProcess {
  inject: Inject
  publicUrl: string
  /** Hears until when what was answered is true. */
  note(validity: Validity | 'stale'): void
}

const maxRedirects = 3

/**
 * A `fetch` that reads the API of this process: no socket, no second copy of the rules. It knows paths and absolute addresses of the
 * public origin, and follows redirects among them as browsers do.
 */
export function inProcessFetch({ inject, publicUrl, note }: InProcess): typeof globalThis.fetch {
  const read = async (address: string, redirectsLeft: number): Promise<Response> => {
    const url = new URL(address, publicUrl)
    if (url.origin !== publicUrl || !url.pathname.startsWith('/api/')) throw new TypeError(`Pages ask only their own API, not ${url.href}.`)
    const answer = await inject({ method: 'GET', url: url.pathname + url.search, headers: { accept: 'application/json' } })
    const { location, 'cache-status': status } = answer.headers
    const validity = validityOf(status)
    if (validity) note(validity)
    if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string' && redirectsLeft > 0) {
      return read(new URL(location, url).href, redirectsLeft - 1)
    }
    const body = answer.rawPayload.length > 0 ? new Uint8Array(answer.rawPayload) : null
    return new Response(body, { status: answer.statusCode, headers: textHeaders(answer.headers) })
  }
  return (input) => read(input instanceof Request ? input.url : String(input), maxRedirects)
}

function textHeaders(headers: Record<string, unknown>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]))
}
