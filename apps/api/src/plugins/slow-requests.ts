import type { IncomingHttpHeaders } from 'node:http'
import { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

/** So long may the body of an ordinary request be on its way, in milliseconds; where a handler may take longer, as long as that. */
const leastTime = 30_000

/**
 * Cuts off whoever sends too slowly. Node knows one bound for all requests, and that of files is long: any other body has to be here in
 * half a minute. A connection on which no byte has moved for the server's `timeout` is cut when the next one was to come from the other
 * side, but not while we are the ones who are waited for: a file may stand in a queue before it is looked at.
 */
export function slowRequests(least = leastTime) {
  return fastifyPlugin(async (app) => {
    app.addHook('onRequest', (request, reply, done) => {
      // What is asked within the process has no connection, and is there at once.
      if (hasBody(request) && request.raw.socket instanceof Socket) {
        boundBody(request, Math.max(least, request.routeOptions.handlerTimeout ?? 0))
        keepWhileWorking(request, reply)
      }
      done()
    })
  })
}

/** Whether something comes behind the headers. */
export function hasBody({ headers }: { headers: IncomingHttpHeaders }): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function boundBody({ raw }: FastifyRequest, time: number): void {
  const timer = setTimeout(() => raw.socket.destroy(), time)
  timer.unref()
  const forget = () => clearTimeout(timer)
  raw.once('end', forget)
  raw.once('close', forget)
}

/** With a listener, Node leaves it to us what becomes of a connection that is quiet. */
function keepWhileWorking({ raw, server }: FastifyRequest, { raw: answer }: FastifyReply): void {
  answer.on('timeout', () => {
    // Node reads on as long as there is room for what comes.
    const isWhole = raw.complete || raw.readableLength >= raw.readableHighWaterMark
    const waitsForUs = isWhole && !answer.headersSent
    if (waitsForUs) raw.socket.setTimeout(server.server.timeout)
    else raw.socket.destroy()
  })
}
