import { Me } from '@bantin/shared/auth'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { readMe } from '../users/users.service.ts'

/** `GET /auth/me`. Belongs into a scope with the session guard. */
export const meRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/me',
    { schema: { tags: ['auth'], summary: 'The signed-in person and what he may do', querystring: object({}), response: { 200: Me } } },
    (request, reply) => {
      reply.header('cache-control', 'no-store')
      return readMe(app.db, request.actor)
    },
  )
}
