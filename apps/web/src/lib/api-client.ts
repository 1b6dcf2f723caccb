import { ApiError, errorOf } from './api-error.ts'
import { type SendForm, sendForm as sendFormByXhr } from './send-form.ts'

/** Asks the JSON API. Every function rejects with ApiError when the answer is no success, and with the signal's reason when aborted. */
export interface ApiClient {
  get<T>(path: string, options?: GetOptions): Promise<T>
  /** Resolves to undefined when the answer has no content. */
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, options?: SendOptions): Promise<T>
  /** An answer that is a file, whole. */
  download(path: string, options?: GetOptions): Promise<Blob>
  /** Sends one file, as the only field of a form. */
  upload<T>(path: string, file: File, options?: UploadOptions): Promise<T>
}

export interface GetOptions {
  /** Undefined values are left out. */
  query?: Record<string, string | number | boolean | undefined>
  signal?: AbortSignal
  /** Nobody asked for it just now: when the session has ended it fails, and asks nobody to sign in again. */
  quiet?: boolean
  /** Asked at the door, by whoever is not signed in: no credential is sent, and a 401 is the answer. */
  anonymous?: boolean
}

export interface SendOptions extends GetOptions {
  body?: unknown
  /** The version that the change stands on; sent as `If-Match`. */
  version?: number
  headers?: Record<string, string>
  /** Let the request outlive the page. */
  keepalive?: boolean
}

export interface UploadOptions extends GetOptions {
  /** Hears which part of the file has left, from 0 to 1. */
  onProgress?: (part: number) => void
}

/** Supplies the credential of a signed-in person. */
export interface Bearer {
  /** The access token, or null when nobody is signed in. */
  token(quiet?: boolean): Promise<string | null>
  /** Called once when the API answers 401; true sends the request again with what `token` then gives. */
  renew(quiet?: boolean): Promise<boolean>
  /** Called once when the API asks this person for a second factor first; true sends the request again. */
  secondFactor(quiet?: boolean): Promise<boolean>
}

/** What is read of an answer; a Response has it. */
export type ApiAnswer = Pick<Response, 'ok' | 'status' | 'headers' | 'json' | 'blob'>

/** Asks for an address. The browser's `fetch` is one. */
export type ApiFetch = (address: string, init?: RequestInit) => Promise<ApiAnswer>

export interface ApiClientParts {
  /** The API's address up to and without the last slash. */
  baseUrl?: string
  /** The server hands in its own. */
  fetch?: ApiFetch
  /** Sends what `fetch` could not tell the progress of. */
  sendForm?: SendForm
  bearer?: Bearer
}

type Ask = (token: string | null) => Promise<ApiAnswer>

/** The only place of the web that fetches. Paths begin with a slash and stand below `/api/v1`. */
export function createApiClient(parts: ApiClientParts = {}): ApiClient {
  const { baseUrl = '/api/v1', fetch = globalThis.fetch, sendForm = sendFormByXhr, bearer } = parts
  const urlOf = (path: string, query: GetOptions['query']): string => baseUrl + path + search(query)
  const ask = async (send: Ask, { anonymous, quiet, signal }: GetOptions): Promise<ApiAnswer> => {
    const token = anonymous ? null : ((await bearer?.token(quiet)) ?? null)
    return send(token).catch(unlessAborted(signal))
  }
  const request = async (send: Ask, options: GetOptions, isAgain = false): Promise<ApiAnswer> => {
    let response = await ask(send, options)
    if (response.status === 401 && !options.anonymous && (await bearer?.renew(options.quiet))) response = await ask(send, options)
    if (response.ok) return response
    const error = await errorOf(response)
    if (isAgain || error.code !== 'second_factor_required' || !(await bearer?.secondFactor(options.quiet))) throw error
    return request(send, options, true)
  }
  // Not called as a method: browsers refuse `fetch` with a foreign `this`.
  const fetchBy = (method: string, path: string, options: SendOptions): Promise<ApiAnswer> =>
    request((token) => fetch(urlOf(path, options.query), requestInit(method, token, options)), options)
  const readBy = async <T>(method: string, path: string, options: SendOptions): Promise<T> =>
    read<T>(await fetchBy(method, path, options), options)
  return {
    get: (path, options = {}) => readBy('GET', path, options),
    send: (method, path, options = {}) => readBy(method, path, options),
    download: async (path, options = {}) => {
      const response = await fetchBy('GET', path, { ...options, headers: { accept: '*/*' } })
      return response.blob().catch(unlessAborted(options.signal))
    },
    upload: async (path, file, options = {}) => {
      const { query, signal, onProgress } = options
      const body = formOf(file)
      const send: Ask = (token) => sendForm(urlOf(path, query), { method: 'POST', headers: headersOf(token), body, signal, onProgress })
      return read(await request(send, options), options)
    },
  }
}

async function read<T>(response: ApiAnswer, { signal }: GetOptions): Promise<T> {
  if (response.status === 204) return undefined as T
  return response.json().catch(unlessAborted(signal)) as Promise<T>
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file)
  return form
}

function headersOf(token: string | null): Record<string, string> {
  return { accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
}

function requestInit(method: string, token: string | null, { body, version, headers, signal, keepalive }: SendOptions): RequestInit {
  return {
    method,
    headers: {
      ...headersOf(token),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  }
}

function search(query: GetOptions['query'] = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

function unlessAborted(signal: AbortSignal | undefined) {
  return (error: unknown): never => {
    if (signal?.aborted) throw error
    throw new ApiError('network', 0)
  }
}
