import type { Problem } from '@bantin/shared/errors'
import { content } from './fixture-content.ts'

/** What the fixture answers instead, by path: a status or a whole problem for a problem answer, anything else as JSON. */
export type Overrides = Record<string, number | object>

/** A problem with more than its status. */
export class FixtureProblem {
  readonly body: Pick<Problem, 'status' | 'code'> & Partial<Problem>
  constructor(body: FixtureProblem['body']) {
    this.body = body
  }
}

/** The API with the fixture's content. Unknown paths are 404; every request is noted in `asked`. */
export function fixtureApi(overrides: Overrides = {}): { fetch: typeof globalThis.fetch; asked: string[] } {
  const asked: string[] = []
  const fetch = async (input: RequestInfo | URL): Promise<Response> => {
    const [path = '', query = ''] = String(input).replace('/api/v1', '').split('?')
    asked.push(query === '' ? path : `${path}?${query}`)
    const answer = overrides[path] ?? content[path] ?? 404
    if (answer instanceof FixtureProblem) return problem(answer.body)
    return typeof answer === 'number' ? problem({ status: answer, code: codes[answer] }) : Response.json(answer)
  }
  return { fetch: fetch as typeof globalThis.fetch, asked }
}

const codes: Record<number, string> = { 400: 'invalid_cursor', 404: 'not_found', 410: 'article_removed', 503: 'unavailable' }

function problem(body: { status: number; code: string | undefined }): Response {
  return new Response(JSON.stringify({ type: '', title: '', ...body }), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json' },
  })
}

/** The page that the build would leave for the server. */
export const template = `<!doctype html>
<html lang="vi"><head><!--head--><script type="module" crossorigin src="/assets/site.js"></script></head>
<body><div id="root"><!--page--></div><!--state--></body></html>`
