import type { FastifyReply } from 'fastify'

/**
 * Answers JSON that the database wrote, as it is: parsing and writing it again would cost more than the query. It is what the route has to
 * return. Of a route that returns its reply the framework waits for the end by listeners of a stream, which takes as long as its hooks do.
 */
export function sendJson(reply: Pick<FastifyReply, 'type'>, json: string): FastifyReply {
  reply.type('application/json; charset=utf-8')
  // To its types, what a route sends is its schema's value, or the reply.
  return json as unknown as FastifyReply
}

/** Leads on to what has another address now. Without a word on it, caches would keep it for good (RFC 9110, 15.4.9); what it leads to may leave. */
export function sendMoved(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('cache-control', 'public, max-age=0, s-maxage=10').redirect(address, 308)
}
