import type { FieldError, Problem, ProblemCode } from '@bantin/shared/errors'

/** `network`: no answer came. `unexpected`: an answer came that the API does not give, for instance a proxy's own page. */
export type ApiErrorCode = ProblemCode | 'network' | 'unexpected'

/**
 * A request that did not succeed. `status` is 0 when no answer came; `current` is what stands now, with `version_stale`; `replacedBy`
 * is the id of the article that took the place of this one, with `article_redirected`; `retryAfter` are the seconds to wait, if they
 * were said.
 */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: ApiErrorCode
  readonly status: number
  readonly errors: FieldError[]
  readonly detail: string | undefined
  readonly current: Problem['current']
  readonly replacedBy: Problem['replacedBy']
  readonly requestId: string | null
  readonly retryAfter: number | null

  constructor(code: ApiErrorCode, status: number, problem: Partial<Problem> = {}, headers?: Headers) {
    super(problem.title ?? code)
    this.code = code
    this.status = status
    this.errors = problem.errors ?? []
    this.detail = problem.detail
    this.current = problem.current
    this.replacedBy = problem.replacedBy
    this.requestId = headers?.get('x-request-id') ?? null
    this.retryAfter = secondsOf(headers?.get('retry-after'))
  }
}

/** The error of an answer that is not a success. */
export async function errorOf(response: Pick<Response, 'status' | 'headers' | 'json'>): Promise<ApiError> {
  const { headers, status } = response
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json')
  const problem = isProblem ? ((await response.json().catch(() => undefined)) as Problem | undefined) : undefined
  return problem ? new ApiError(problem.code, status, problem, headers) : new ApiError('unexpected', status, {}, headers)
}

/** A proxy may say a date instead; then nothing is known. */
function secondsOf(retryAfter: string | null | undefined): number | null {
  return retryAfter && /^\d+$/.test(retryAfter) ? Number(retryAfter) : null
}

/** True when trying again may help without anyone changing anything. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.code === 'network' || error.status >= 500 || error.status === 429 || error.code === 'request_running')
  )
}
