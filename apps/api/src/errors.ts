import { type FieldError, type Problem, type ProblemCode, problems } from '@bantin/shared/errors'

type Extra = Partial<Pick<Problem, 'detail' | 'errors' | 'current' | 'conflicts' | 'replacedBy'>>

/** An answer that is not a success, from the closed list of codes. Thrown anywhere below a route; one handler answers it. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly extra: Extra
  /** Seconds, for the header `Retry-After`. */
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode, extra: Extra = {}, retryAfter?: number) {
    super(extra.detail ?? problems[code].title)
    this.code = code
    this.extra = extra
    this.retryAfter = retryAfter ?? (code === 'unavailable' ? 5 : undefined)
  }
}

/** Of whoever is turned away because there are too many: 503. Whoever throws it has said so once; it is no line of the log each time. */
export class TurnedAway extends ProblemError {
  constructor() {
    super('unavailable')
  }
}

/** A problem with one field, e.g. `fieldProblem('unknown_reference', { in: 'body', pointer: '/unitId', … })`. */
export function fieldProblem(code: ProblemCode, ...errors: FieldError[]): ProblemError {
  return new ProblemError(code, { errors })
}

/** The body of a problem answer. `baseUrl` is the public origin, where a page explains every code. */
export function problemBody(error: ProblemError, baseUrl: string): Problem {
  const { status, title } = problems[error.code]
  return { type: `${baseUrl}/docs/problems#${error.code}`, title, status, code: error.code, ...error.extra }
}

/** What a caller is told about any error: our own problems as they are, known ones of libraries by their code, the rest as `internal`. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  return new ProblemError(codesOf(error).map(problemOfCode).find(Boolean) ?? 'internal')
}

const libraryCodes: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_STATIC_FORBIDDEN_PATH: 'not_found',
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'unsupported_media_type',
  FST_ERR_HANDLER_TIMEOUT: 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  EPIPE: 'unavailable',
  ETIMEDOUT: 'unavailable',
  // The machine has no room, no memory, no more processes or open files at the moment.
  ENOSPC: 'unavailable',
  ENOMEM: 'unavailable',
  EAGAIN: 'unavailable',
  EMFILE: 'unavailable',
  ENFILE: 'unavailable',
  // Ours: db/client.ts.
  NO_CONNECTION: 'unavailable',
  // A rule of the migrations, by its name.
  last_administrator: 'last_administrator',
  // PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html
  '23503': 'unknown_reference',
  '23505': 'conflict',
  '23P01': 'conflict',
  '23514': 'conflict',
  '40001': 'unavailable',
  '40P01': 'unavailable',
  '53300': 'unavailable',
  '55P03': 'unavailable',
  '57014': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
}

function problemOfCode(code: string): ProblemCode | undefined {
  return libraryCodes[code] ?? (code.startsWith('08') ? 'unavailable' : undefined)
}

/** Of the error and its causes: the query builder wraps the driver's errors, and the driver those of the socket. */
export function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const { constraint, code } = error as { constraint?: unknown; code?: unknown }
  return [constraint, code].filter((one) => typeof one === 'string').concat(codesOf(error.cause))
}
