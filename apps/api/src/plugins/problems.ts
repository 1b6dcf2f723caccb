import type { FieldError } from '@bantin/shared/errors'
import { problems as problemList } from '@bantin/shared/errors'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
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
  const problem = toProblem(error)
  const { status } = problemList[problem.code]
  // Whoever goes away in the middle of his request is no failure of ours.
  const hasGone = error === request.raw.errored
  if (status >= 500 && !hasGone && !(error instanceof TurnedAway))
    request.log.error({ error: loggableError(error), reqId: request.id }, 'request failed')
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter))
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, request.server.config.publicUrl)))
}

const places: Record<string, FieldError['in']> = { body: 'body', querystring: 'query', params: 'path', headers: 'header' }

function invalid(error: FastifyError): ProblemError {
  const place = places[error.validationContext ?? 'body'] ?? 'body'
  return new ProblemError('invalid_request', { errors: fieldErrors(error.validation ?? [], place) })
}
