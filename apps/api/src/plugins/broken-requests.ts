import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { problems } from '@bantin/shared/errors'
import type { ConnectionError } from 'fastify'
import { ProblemError, problemBody } from '../errors.ts'

/**
 * Answers what did not become a request, since it is no HTTP or has too much before its body: as RFC 9457 too, and open to scripts, who
 * cannot know of which route it would have been. Whoever is too slow is cut off, as with bodies.
 */
export function answerBroken(error: ConnectionError, socket: Socket, publicUrl: string): void {
  if (!socket.writable || error.code === 'ECONNRESET' || error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return void socket.destroy()
  const isTooLarge = error.code === 'HPE_HEADER_OVERFLOW'
  const problem = isTooLarge
    ? new ProblemError('headers_too_large')
    : new ProblemError('invalid_request', { detail: 'This is no HTTP/1.1.' })
  const { status } = problems[problem.code]
  const body = JSON.stringify(problemBody(problem, publicUrl))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'access-control-allow-origin: *',
    'cache-control: no-store',
    'connection: close',
    `content-length: ${Buffer.byteLength(body)}`,
    'content-type: application/problem+json; charset=utf-8',
    'x-content-type-options: nosniff',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
