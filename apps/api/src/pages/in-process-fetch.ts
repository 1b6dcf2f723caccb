import { LRUCache } from 'lru-cache'
import type { Answer } from '../lib/answer-cache.ts'
import { validityOf } from '../lib/cache-status.ts'
import type { Validity } from '../lib/validity.ts'

/** Asks the application below HTTP, as `app.inject` does. */
export type Inject = (request: { method: 'GET'; url: string; headers: Record<string, string> }) => Promise<Injected>

interface Injected {
  statusCode: number
  headers: Record<string, unknown>
  rawPayload: Buffer
}

/** What pages read of an answer of `fetch`. */
export type PageAnswer = Pick<Response, 'ok' | 'status' | 'headers' | 'json' | 'text' | 'blob'>

/** A `fetch` for pages. */
export type PageFetch = (address: string) => Promise<PageAnswer>

interface InProcess {
  inject: Inject
  /** The answer of the API that is in memory and true. */
  findKept(url: string): Answer | undefined
  publicUrl: string
}

/** Hears until when an answer is true, and what is to be called each time that a page made of it is given. */
type Note = (validity: Validity | 'stale', whenGiven?: Answer['whenGiven']) => void

const maxRedirects = 3

/**
 * A `fetch` that reads the API of this process: no socket, no second copy of the rules. It knows paths and absolute addresses of the
 * public origin, and follows redirects among them as browsers do. What is in memory comes from there; what every page asks for is parsed
 * once. `note` hears of each answer.
 */
export function inProcessFetch({ inject, findKept, publicUrl }: InProcess): (note: Note) => PageFetch {
  const parsed = createParsed()
  const ask = createBriefMemory((url) => inject({ method: 'GET', url, headers: { accept: 'application/json' } }))
  const read = async (address: string, note: Note, redirectsLeft: number): Promise<PageAnswer> => {
    const url = new URL(address, publicUrl)
    if (url.origin !== publicUrl || !url.pathname.startsWith('/api/')) throw new TypeError(`Pages ask only their own API, not ${url.href}.`)
    const path = url.pathname + url.search
    const kept = findKept(path)
    if (kept) {
      kept.whenGiven?.()
      note({ generation: kept.generation, seconds: (kept.until - performance.now()) / 1000 }, kept.whenGiven)
      return answerOf(200, noHeaders, kept.plain, () => parsed(kept))
    }
    const { statusCode, headers, rawPayload } = await ask(path)
    const { location, 'cache-status': status } = headers
    const validity = validityOf(status)
    if (validity) note(validity, findKept(path)?.whenGiven)
    if (statusCode >= 300 && statusCode < 400 && typeof location === 'string' && redirectsLeft > 0) {
      return read(new URL(location, url).href, note, redirectsLeft - 1)
    }
    return answerOf(statusCode, new Headers(textHeaders(headers)), rawPayload, () => JSON.parse(rawPayload.toString()))
  }
  return (note) => (address) => read(address, note, maxRedirects)
}

/** Nobody reads those of a success. */
const noHeaders = new Headers()

/** Not a Response: to make its streams and read them takes longer than to render what is in them. */
function answerOf(status: number, headers: Headers, bytes: Buffer, parse: () => unknown): PageAnswer {
  const text = () => bytes.toString()
  const ok = status >= 200 && status < 300
  return { ok, status, headers, json: async () => parse(), text: async () => text(), blob: async () => new Blob([text()]) }
}

function textHeaders(headers: Record<string, unknown>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]))
}

/** So many different answers stand in every page, or in many. */
const parsedAtMost = 100

/** Parses JSON that is asked for again and again once. Whoever reads it changes nothing in it. */
function createParsed(): (answer: Answer) => unknown {
  const values = new LRUCache<string, { value: unknown }>({ max: parsedAtMost })
  return ({ digest, plain }) => {
    const known = values.get(digest)
    if (known) return known.value
    const value: unknown = JSON.parse(plain.toString())
    values.set(digest, { value })
    return value
  }
}

/** Keeps what a shared cache may keep for as long as that, but for what ends with a generation, which is kept elsewhere. */
function createBriefMemory(ask: (url: string) => Promise<Injected>): (url: string) => Promise<Injected> {
  const kept = new LRUCache<string, Injected>({ max: 10 })
  return async (url) => {
    const known = kept.get(url)
    if (known) return known
    const answer = await ask(url)
    const seconds = sharedSeconds(answer)
    if (seconds > 0) kept.set(url, answer, { ttl: seconds * 1000 })
    return answer
  }
}

function sharedSeconds({ statusCode, headers }: Injected): number {
  if (statusCode !== 200 || headers['cache-status'] !== undefined) return 0
  return Number(/s-maxage=(\d+)/.exec(String(headers['cache-control']))?.[1] ?? 0)
}
