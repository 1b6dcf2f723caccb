import { ApiError, errorOf } from './api-error.ts'

/** Asks the JSON API. Every function rejects with ApiError when the answer is no success, and with the signal's reason when aborted. */
export interface ApiClient {
  get<T>(path: string, options?: GetOptions): Promise<T>
  /** Resolves to undefined when the answer has no content. */
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, options?: SendOptions): Promise<T>
  /** An answer that is a file, whole. */
  download(path: string, options?: GetOptions): Promise<Blob>
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

/** Supplies the credential of a signed-in person. */
export interface Bearer {
  /** The access token, or null when nobody is signed in. */
  token(quiet?: boolean): Promise<string | null>
  /** Called once when the API answers 401; true sends the request again with what `token` then gives. */
  renew(quiet?: boolean): Promise<boolean>
  /** Called once when the API asks this person for a second factor first; true sends the request again. */
  secondFactor(quiet?: boolean): Promise<boolean>
}

export interface ApiClientParts {
  /** The API's address up to and without the last slash. */
  baseUrl?: string
  /** The server hands in its own. */
  fetch?: typeof globalThis.fetch
  bearer?: Bearer
}

/** The only place of the web that fetches. Paths begin with a slash and stand below `/api/v1`. */
export function createApiClient({ baseUrl = '/api/v1', fetch = globalThis.fetch, bearer }: ApiClientParts = {}): ApiClient {
  const ask = async (method: string, path: string, options: SendOptions): Promise<Response> => {
    const token = options.anonymous ? null : ((await bearer?.token(options.quiet)) ?? null)
    // Not called as a method: browsers refuse `fetch` with a foreign `this`.
    return fetch(baseUrl + path + search(options.query), requestInit(method, token, options)).catch(unlessAborted(options.signal))
  }
  const request = async (method: string, path: string, options: SendOptions, isAgain = false): Promise<Response> => {
    let response = await ask(method, path, options)
    if (response.status === 401 && !options.anonymous && (await bearer?.renew(options.quiet))) response = await ask(method, path, options)
    if (response.ok) return response
    const error = await errorOf(response)
    if (isAgain || error.code !== 'second_factor_required' || !(await bearer?.secondFactor(options.quiet))) throw error
    return request(method, path, options, true)
  }
  const read = async <T>(method: string, path: string, options: SendOptions): Promise<T> => {
    const response = await request(method, path, options)
    if (response.status === 204) return undefined as T
    return response.json().catch(unlessAborted(options.signal)) as Promise<T>
  }
  return {
    get: (path, options = {}) => read('GET', path, options),
    send: (method, path, options = {}) => read(method, path, options),
    download: async (path, options = {}) => {
      const response = await request('GET', path, { ...options, headers: { accept: '*/*' } })
      return response.blob().catch(unlessAborted(options.signal))
    },
  }
}

function requestInit(method: string, token: string | null, { body, version, headers, signal, keepalive }: SendOptions): RequestInit {
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
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
