import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import { CreatedPreview, LinkListQuery, NewPreview, Preview } from '@bantin/shared/previews'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf } from '../../guarded/call.ts'
import { createPreview, listPreviews, revokePreview } from './previews.service.ts'

const tags = ['editorial']
const ofArticle = object({ id: Id })

/** Links that show an article's newest text to whoever has them. */
export const previewsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const create = {
    tags,
    summary: 'A link that shows the newest text without signing in',
    description: 'Only this answer has the link and its token: what is stored of it opens nothing.',
    params: ofArticle,
    querystring: object({}),
    body: NewPreview,
    response: { 201: CreatedPreview },
  }
  app.post('/articles/:id/previews', { schema: create }, async (request, reply) =>
    reply.code(201).send(await createPreview(app.db, callOf(request), request.params.id, request.body)),
  )

  const list = { tags, summary: 'The previews of an article, newest first', params: ofArticle, querystring: LinkListQuery }
  app.get('/articles/:id/previews', { schema: { ...list, response: { 200: page(Preview) } } }, (request) =>
    listPreviews(app.db, request.actor, request.params.id, request.query, app.cursors),
  )

  const revoke = {
    tags,
    summary: 'Close a preview for good',
    params: object({ id: Id, previewId: Id }),
    querystring: object({}),
    response: { 204: Type.Null() },
  }
  app.delete('/articles/:id/previews/:previewId', { schema: revoke }, async (request, reply) => {
    await revokePreview(app.db, request.actor, request.params.id, request.params.previewId)
    return reply.code(204).send(null)
  })
}
