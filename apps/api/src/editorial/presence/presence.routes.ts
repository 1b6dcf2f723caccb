import { ArticlePresence } from '@bantin/shared/article-presence'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { closeArticle, openArticle } from './presence.service.ts'

const one = { tags: ['editorial'], params: object({ id: Id }), querystring: object({}) }

/** Who has an article open at the desk. */
export const presenceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const open = {
    ...one,
    summary: 'I have it open; who else has?',
    description: 'Send it again within a minute for as long as it is open. A courtesy: nothing is refused because somebody has it open.',
    body: object({}),
    response: { 200: ArticlePresence },
  }
  app.put('/articles/:id/presence', { schema: open }, (request) => openArticle(app.db, request.actor, request.params.id))

  app.delete(
    '/articles/:id/presence',
    { schema: { ...one, summary: 'I have closed it', response: { 204: Type.Null() } } },
    async (request, reply) => {
      await closeArticle(app.db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
