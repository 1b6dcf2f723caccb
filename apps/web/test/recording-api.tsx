import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createApiClient } from '../src/lib/api-client.ts'
import { createQueryClient } from '../src/lib/query-client.ts'
import { formsBy } from './forms-by.ts'

/** What the API was asked. */
export interface Sent {
  /** Method and path below `/api/v1/editorial`. */
  line: string
  version: string | null
  key: string | null
  body: unknown
}

/** What the API answers: a value as JSON, a status as a problem, or nothing. A function is asked each time, a promise waited for. */
type Answer = object | number | (() => object | number)

/** An API that writes down what it is asked and answers by line, such as `GET /articles/a1/comments`. Other lines are 404. */
export function recordingApi(answers: Record<string, Answer>) {
  const sent: Sent[] = []
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    const line = `${init.method} ${String(input).replace('/api/v1/editorial', '')}`
    const body = init.body ? contentOf(init.body) : undefined
    sent.push({ line, version: headers.get('if-match'), key: headers.get('idempotency-key'), body })
    const answer = answers[line] ?? 404
    const said = await (typeof answer === 'function' ? answer() : answer)
    if (said === 0) throw new TypeError('Failed to fetch')
    if (said === 204) return new Response(null, { status: 204 })
    return typeof said === 'number' ? problem({ status: said }) : said instanceof Response ? said : Response.json(said)
  }
  return { sent, fetch: fetch as typeof globalThis.fetch, changes: () => sent.filter(({ line }) => !line.startsWith('GET')) }
}

/** Of a form the names of its files. */
function contentOf(body: BodyInit): unknown {
  return body instanceof FormData ? body.getAll('file').map((file) => (file as File).name) : JSON.parse(String(body))
}

/** An answer that is no success. */
export function problem(body: { status: number; code?: string } & Record<string, unknown>): Response {
  return new Response(JSON.stringify({ type: '', title: '', code: codes[body.status], ...body }), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json' },
  })
}

const codes: Record<number, string> = {
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  412: 'version_stale',
  413: 'file_too_large',
  415: 'file_not_accepted',
  422: 'file_unreadable',
  503: 'unavailable',
}

/** Shows something that asks the API. */
export function renderWithApi(node: ReactNode, api: { fetch: typeof globalThis.fetch }) {
  const client = createQueryClient(createApiClient({ fetch: api.fetch, sendForm: formsBy(api.fetch) }))
  const inClient = (shown: ReactNode) => <QueryClientProvider client={client}>{shown}</QueryClientProvider>
  const { rerender, ...rest } = render(inClient(node))
  return { ...rest, client, show: (shown: ReactNode) => rerender(inClient(shown)) }
}
