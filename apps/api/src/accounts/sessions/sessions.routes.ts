import { Sessions } from '@bantin/shared/auth'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { listSessions, revokeOtherSessions, revokeSession } from './sessions.service.ts'

const base = { tags: ['auth'], querystring: object({}) }

/** Where the signed-in person is signed in. Belongs into a scope with the session guard. */
export const sessionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { ...base, summary: 'Where you are signed in, the session that was used last first', response: { 200: Sessions } }
  app.get('/sessions', { schema: list }, ({ actor, session }) => listSessions(app.db, actor, session.id))

  const revoke = { ...base, summary: 'Sign out there', params: object({ id: Id }), response: { 204: Type.Null() } }
  app.delete('/sessions/:id', { schema: revoke }, async (request, reply) => {
    await revokeSession(app.db, request.actor, request.params.id)
    return reply.code(204).send(null)
  })

  const revokeOthers = { ...base, summary: 'Sign out everywhere else', response: { 204: Type.Null() } }
  app.delete('/sessions', { schema: revokeOthers }, async ({ actor, session }, reply) => {
    await revokeOtherSessions(app.db, actor, session.id)
    return reply.code(204).send(null)
  })
}
