import { Changes, ChangesQuery } from '@bantin/shared/changes'
import { maxLimit } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendJson } from '../send-json.ts'
import { findChanges } from './changes.queries.ts'

/** What was published, changed and taken away, in order of commit. */
export const changesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/changes',
    { schema: { tags: ['delivery'], summary: 'What changed since a cursor', querystring: ChangesQuery, response: { 200: Changes } } },
    async (request, reply) => sendJson(reply, await findChanges(request.delivery, request.query.cursor, request.query.limit ?? maxLimit)),
  )
}
