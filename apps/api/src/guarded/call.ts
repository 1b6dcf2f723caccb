import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { fieldProblem } from '../errors.ts'
import type { ActingPerson } from '../lib/acting-person.ts'

/** What a service needs of a request beside its parameters. */
export interface GuardedCall {
  actor: ActingPerson
  ifMatch: string | undefined
  idempotencyKey: string | undefined
  /** SHA-256 of method, address and body: whether a retry is one. */
  requestHash: string
  /** The public origin, for addresses in answers. */
  publicUrl: string
  /** How caches in front of the site are told of changes; undefined: there are none. */
  cdnPurge: string | undefined
}

/** What a service answers. `version` becomes the `ETag`; an answer with words of an article names it, for whoever keeps the answer. */
export interface Answer<T> {
  status: 200 | 201 | 204
  body: T
  version?: number
  location?: string
  articleId?: string
}

/** Reads the headers that every editorial write knows. Throws `invalid_request` for an `Idempotency-Key` that is none. */
export function callOf(request: FastifyRequest): GuardedCall {
  const key = request.headers['idempotency-key']
  if (key !== undefined && !(typeof key === 'string' && /^[\x21-\x7E]{1,200}$/.test(key))) {
    const message = 'Use 1 to 200 visible ASCII characters, such as a random UUID.'
    throw fieldProblem('invalid_request', { in: 'header', name: 'idempotency-key', code: 'pattern', message })
  }
  return {
    actor: request.actor,
    ifMatch: request.headers['if-match'],
    idempotencyKey: key,
    requestHash: createHash('sha256')
      .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
      .digest('hex'),
    publicUrl: request.server.config.publicUrl,
    cdnPurge: request.server.config.cdnPurge,
  }
}

/** Sends what a service answered. */
export function sendAnswer<T>(reply: FastifyReply, { status, body, version, location }: Answer<T>): T {
  reply.code(status)
  if (version !== undefined) reply.header('etag', `"${version}"`)
  if (location !== undefined) reply.header('location', location)
  return body
}
