import { HandOverInput, HandOverResult, HandOverSheet } from '@bantin/shared/hand-over'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { handOver, readHandOverSheet } from './hand-over.service.ts'

const one = { tags: ['users'], params: object({ id: Id }), querystring: object({}) }

/** What a person who leaves has under way, and who goes on with it. */
export const handOverRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const sheet = { ...one, summary: 'What a person has under way', response: { 200: HandOverSheet } }
  app.get('/users/:id/hand-over', { schema: sheet }, async (request, reply) =>
    sendAnswer(reply, await readHandOverSheet(app.db, request.actor, request.params.id)),
  )

  const doIt = {
    ...one,
    summary: 'Hand the work of a person over',
    description: 'All of it is done or none. Needs the ETag of the sheet as `If-Match`: 428 without, 412 when it is stale.',
    body: HandOverInput,
    response: { 200: HandOverResult },
  }
  app.post('/users/:id/hand-over', { schema: doIt }, async (request, reply) =>
    sendAnswer(reply, await handOver(app.db, callOf(request), request.params.id, request.body)),
  )
}
