import type { FieldError } from '@bantin/shared/errors'
import { problems as problemList } from '@bantin/shared/errors'
import type { FastifyBaseLogger, FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { ProblemError, problemBody, TurnedAway, toProblem } from '../errors.ts'
import { fieldErrors } from '../lib/field-errors.ts'
import { loggableError } from '../lib/loggable-error.ts'

/** Answers every error and every unknown address as RFC 9457 `application/problem+json`. */
export const problems = fastifyPlugin(async (app) => {
  app.setErrorHandler((error: FastifyError, request, reply) => answer(request, reply, error.validation ? invalid(error) : error))
  app.setNotFoundHandler((request, reply) => answer(request, reply, new ProblemError('not_found')))
})

function answer(request: FastifyRequest, reply: FastifyReply, error: unknown) {
  // Whoever goes away in the middle of his request is no failure of ours.
  if (error !== request.raw.errored) noteFailure(request.log, error, request.id)
  const { status, headers, body } = problemAnswer(error, request.server.config.publicUrl)
  return reply.code(status).headers(headers).send(body)
}

/** A line of the log where the failure is ours. */
export function noteFailure(log: FastifyBaseLogger, error: unknown, reqId: string): void {
  const { status } = problemList[toProblem(error).code]
  if (status >= 500 && !(error instanceof TurnedAway)) log.error({ error: loggableError(error), reqId }, 'request failed')
}

/** How any error is answered. `publicUrl` is where a page explains every code. */
export function problemAnswer(error: unknown, publicUrl: string): { status: number; headers: Record<string, string>; body: string } {
  const problem = toProblem(error)
  const { status } = problemList[problem.code]
  const headers = {
    ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
  }
  return { status, headers, body: JSON.stringify(problemBody(problem, publicUrl)) }
}

const places: Record<string, FieldError['in']> = { body: 'body', querystring: 'query', params: 'path', headers: 'header' }

function invalid(error: FastifyError): ProblemError {
  const place = places[error.validationContext ?? 'body'] ?? 'body'
  return new ProblemError('invalid_request', { errors: fieldErrors(error.validation ?? [], place) })
}
