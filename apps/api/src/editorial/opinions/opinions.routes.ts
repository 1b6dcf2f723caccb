import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { CreatedOpinion, NewOpinion, Opinion } from '@bantin/shared/opinions'
import { page } from '@bantin/shared/pagination'
import { LinkListQuery } from '@bantin/shared/previews'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { askOpinion, listOpinions, revokeOpinion } from './opinions.service.ts'

const tags = ['editorial']
const ofArticle = object({ id: Id })

/** Asking people without an account what they think of a text. */
export const opinionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const ask = {
    tags,
    summary: 'Ask one named person about the newest text',
    description:
      'Seals that text. Needs the ETag that was read as `If-Match`. Only this answer has the link and its token, which is good for 72 hours.',
    params: ofArticle,
    querystring: object({}),
    body: NewOpinion,
    response: { 201: CreatedOpinion },
  }
  app.post('/articles/:id/opinions', { schema: ask }, async (request, reply) =>
    sendAnswer(reply, await askOpinion(app.db, callOf(request), request.params.id, request.body)),
  )

  const list = { tags, summary: 'Who was asked, and what they answered, newest first', params: ofArticle, querystring: LinkListQuery }
  app.get('/articles/:id/opinions', { schema: { ...list, response: { 200: page(Opinion) } } }, (request) =>
    listOpinions(app.db, request.actor, request.params.id, request.query, app.cursors),
  )

  const revoke = {
    tags,
    summary: 'Ask no longer, as long as there is no answer',
    params: object({ id: Id, opinionId: Id }),
    querystring: object({}),
    response: { 204: Type.Null() },
  }
  app.delete('/articles/:id/opinions/:opinionId', { schema: revoke }, async (request, reply) => {
    await revokeOpinion(app.db, request.actor, request.params.id, request.params.opinionId)
    return reply.code(204).send(null)
  })
}
