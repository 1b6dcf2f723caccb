import { type Answer, errorOf } from './errors.ts'
import { openMemory } from './memory.ts'
import { pause } from './pause.ts'

export interface ClientOptions {
  /** Where the portal is, such as `https://bantin.example.gov.vn`. */
  baseUrl: string
  /** `btk_…`, from an administrator of the portal. On servers only: whoever has it is the portal that it was made for. */
  apiKey?: string
  /** How often a request is sent before it fails for good; 6 without it. `Infinity` for who never gives up. */
  tries?: number
  /** Before the second try, in milliseconds: 1000 without it. It doubles with each, up to a minute, a quarter more or less. */
  firstPause?: number
  /** How long an answer may take, in milliseconds, beside what it was asked to wait: 30000 without it. */
  timeout?: number
  fetch?: typeof fetch
}

export interface AskOptions {
  /** Undefined values are left out. */
  query?: Record<string, string | number | boolean | undefined>
  signal?: AbortSignal | undefined
}

/** Asks below `/api/v1`: retries what may come right, and asks with the `ETag` of what it has. */
export interface Ask {
  /** Rejects with BantinError, with what `fetch` rejects with after the last try, or with the signal's reason. */
  get<T>(path: string, options?: AskOptions): Promise<T>
  put<T>(path: string, body: object, options?: AskOptions): Promise<T>
}

const longestPause = 60_000
/** What may come right by itself. 500 is none: it comes again. */
const passing = [408, 425, 429, 502, 503, 504]

export function openAsk(options: ClientOptions): Ask {
  const { baseUrl, apiKey, tries = 6, firstPause = 1000, timeout = 30_000, fetch = globalThis.fetch } = options
  const memory = openMemory()
  const headers = { accept: 'application/json', ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }) }

  const send = async (address: string, init: RequestInit, { query, signal }: AskOptions): Promise<Answer> => {
    for (let n = 1; ; n += 1) {
      const tooLate = AbortSignal.timeout(timeout + Number(query?.wait ?? 0) * 1000)
      const asked = { ...init, signal: signal ? AbortSignal.any([signal, tooLate]) : tooLate }
      // Whole or not at all: an answer that is cut off halfway comes right as one that never began.
      const tried = fetch(address, asked).then(readAnswer)
      const answer = await tried.catch((error: unknown) => {
        signal?.throwIfAborted()
        if (n >= tries) throw error
        return undefined
      })
      if (answer && (answer.status < 300 || answer.status === 304)) return answer
      if (answer && (n >= tries || !passing.includes(answer.status))) throw errorOf(answer, address)
      await pause(askedPause(answer) ?? Math.min(firstPause * 2 ** (n - 1), longestPause) * (0.75 + Math.random() / 2), signal)
    }
  }
  const addressOf = (path: string, query: AskOptions['query'] = {}): string => {
    const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as [string, string]]))
    return `${baseUrl.replace(/\/+$/, '')}/api/v1${path}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`
  }
  return {
    get: async (path, asked = {}) => {
      const address = addressOf(path, asked.query)
      const known = memory.find(address)
      const answer = await send(address, { headers: { ...headers, ...(known && { 'if-none-match': known.etag }) } }, asked)
      if (answer.status === 304 && known) return JSON.parse(known.text)
      if (!answer.headers.get('cache-control')?.includes('no-store')) memory.keep(address, answer.headers.get('etag'), answer.text)
      return JSON.parse(answer.text)
    },
    put: async (path, body, asked = {}) => {
      const init = { method: 'PUT', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
      return JSON.parse((await send(addressOf(path, asked.query), init, asked)).text)
    },
  }
}

async function readAnswer(answer: Response): Promise<Answer> {
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** What `Retry-After` says, seconds or a date, in milliseconds: never more than five minutes. */
function askedPause(answer: Answer | undefined): number | undefined {
  const value = answer?.headers.get('retry-after')
  if (!value) return undefined
  const milliseconds = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(milliseconds) ? undefined : Math.min(Math.max(milliseconds, 0), 300_000)
}
