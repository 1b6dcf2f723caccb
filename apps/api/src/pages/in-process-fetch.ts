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
  const brief = createBriefMemory((url) => inject({ method: 'GET', url, headers: { accept: 'application/json' } }))
  const readKept = (path: string, note: Note): PageAnswer | undefined => {
    const kept = findKept(path)
    if (!kept) return undefined
    kept.whenGiven?.()
    note({ generation: kept.generation, seconds: (kept.until - performance.now()) / 1000 }, kept.whenGiven)
    return answerOf({ statusCode: 200, headers: {}, rawPayload: kept.plain }, () => parsed(kept))
  }
  const read = async (address: string, note: Note, redirectsLeft: number): Promise<PageAnswer> => {
    const url = new URL(address, publicUrl)
    if (url.origin !== publicUrl || !isOfApi(url.pathname)) throw new TypeError(`Pages ask only their own API, not ${url.href}.`)
    const path = url.pathname + url.search
    const kept = readKept(path, note)
    if (kept) return kept
    const { answer, parse } = await brief.ask(path)
    const { location, 'cache-status': status } = answer.headers
    const validity = validityOf(status)
    if (validity) note(validity, findKept(path)?.whenGiven)
    if (answer.statusCode >= 300 && answer.statusCode < 400 && typeof location === 'string' && redirectsLeft > 0) {
      return read(new URL(location, url).href, note, redirectsLeft - 1)
    }
    return answerOf(answer, parse)
  }
  const readBrief = (path: string): PageAnswer | undefined => {
    const known = brief.find(path)
    return known && answerOf(known.answer, known.parse)
  }
  // An address by which something is kept needs no reading: it is of the API, and written as it should be.
  return (note) => async (address) =>
    (isOfApi(address) ? (readKept(address, note) ?? readBrief(address)) : undefined) ?? read(address, note, maxRedirects)
}

const isOfApi = (path: string): boolean => path.startsWith('/api/')

/** Not a Response: to make its streams and read them takes longer than to render what is in them. Of a success nobody reads headers. */
function answerOf({ statusCode: status, headers, rawPayload }: Injected, parse: () => unknown): PageAnswer {
  const text = () => rawPayload.toString()
  return {
    ok: status >= 200 && status < 300,
    status,
    get headers() {
      return new Headers(textHeaders(headers))
    },
    json: async () => parse(),
    text: async () => text(),
    blob: async () => new Blob([text()]),
  }
}

function textHeaders(headers: Record<string, unknown>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]))
}

/** So many different answers stand in every page, or in many. */
const parsedAtMost = 100

/**
 * Parses JSON that is asked for again and again once. Whoever reads it changes nothing in it. What is asked for only once, as most articles
 * are, is let go with its page: it is larger than its text by far.
 */
function createParsed(): (answer: Answer) => unknown {
  const asked = new LRUCache<string, { value?: unknown }>({ max: parsedAtMost })
  return ({ digest, plain }) => {
    const known = asked.get(digest)
    if (known && 'value' in known) return known.value
    const value: unknown = JSON.parse(plain.toString())
    asked.set(digest, known ? { value } : {})
    return value
  }
}

/** An answer that was asked for, and its JSON, parsed when that is read first. */
interface Read {
  answer: Injected
  parse(): unknown
}

function toRead(answer: Injected): Read {
  let parsed: { value: unknown } | undefined
  return {
    answer,
    parse() {
      parsed ??= { value: JSON.parse(answer.rawPayload.toString()) }
      return parsed.value
    },
  }
}

interface BriefMemory {
  find(url: string): Read | undefined
  ask(url: string): Promise<Read>
}

/** Keeps what a shared cache may keep for as long as that, but for what ends with a generation, which is kept elsewhere. */
function createBriefMemory(ask: (url: string) => Promise<Injected>): BriefMemory {
  const kept = new LRUCache<string, Read>({ max: 10 })
  return {
    find: (url) => kept.get(url),
    async ask(url) {
      const known = kept.get(url)
      if (known) return known
      const read = toRead(await ask(url))
      const seconds = sharedSeconds(read.answer)
      if (seconds > 0) kept.set(url, read, { ttl: seconds * 1000 })
      return read
    },
  }
}

function sharedSeconds({ statusCode, headers }: Injected): number {
  if (statusCode !== 200 || headers['cache-status'] !== undefined) return 0
  return Number(/s-maxage=(\d+)/.exec(String(headers['cache-control']))?.[1] ?? 0)
}
