import type { FastifyReply } from 'fastify'

/** Answers JSON that the database wrote, as it is: parsing and writing it again would cost more than the query. */
export function sendJson(reply: Pick<FastifyReply, 'type' | 'send'>, json: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(json)
}
