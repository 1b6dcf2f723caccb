import { AssignInput } from '@bantin/shared/article-verbs'
import { EditorialArticle, Person } from '@bantin/shared/editorial-articles'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { duplicateArticle } from './articles.service.ts'
import { assignArticle, deleteDraft, listAssignees } from './hand-on.service.ts'

const none = object({})
const one = { tags: ['editorial'], params: object({ id: Id }), querystring: none }
const description = 'Needs the ETag that was read as `If-Match`.'

/** Who works on a draft, and what else happens to drafts besides the verbs. */
export const handOnRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const duplicate = { ...one, summary: 'Begin a draft with the same content', body: none, response: { 201: EditorialArticle } }
  app.post('/articles/:id/duplicate', { schema: duplicate }, async (request, reply) =>
    sendAnswer(reply, await duplicateArticle(app.db, callOf(request), request.params.id)),
  )

  const assign = { ...one, summary: 'Say who works on it', description, body: AssignInput, response: { 200: EditorialArticle } }
  app.post('/articles/:id/assign', { schema: assign }, async (request, reply) =>
    sendAnswer(reply, await assignArticle(app.db, callOf(request), request.params.id, request.body.userId)),
  )

  const assignees = { ...one, summary: 'Who can be asked to work on it', response: { 200: object({ data: Type.Array(Person) }) } }
  app.get('/articles/:id/assignees', { schema: assignees }, (request) => listAssignees(app.db, callOf(request), request.params.id))

  const remove = { ...one, summary: 'Delete a draft that was never public', description, response: { 204: Type.Null() } }
  app.delete('/articles/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await deleteDraft(app.db, callOf(request), request.params.id)),
  )
}
