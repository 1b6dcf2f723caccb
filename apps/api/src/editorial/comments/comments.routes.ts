import { Comment, CommentListQuery, CommentPatch, NewComment } from '@bantin/shared/comments'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeComment, createComment, deleteComment, listComments } from './comments.service.ts'

const tags = ['editorial']
const ofArticle = object({ id: Id })
const one = { tags, params: object({ id: Id, commentId: Id }), querystring: object({}) }
const description = 'Needs the `ETag` of the comment, its `version`, as `If-Match`. The version of the article stays as it is.'

/** What editors say about an article and its blocks. */
export const commentsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = {
    tags,
    summary: 'All threads in order, each followed by its answers',
    params: ofArticle,
    querystring: CommentListQuery,
    response: { 200: page(Comment) },
  }
  app.get('/articles/:id/comments', { schema: list }, (request) => listComments(app.db, request.actor, request.params.id, request.query))

  const create = {
    tags,
    summary: 'Begin a thread, or answer in one',
    params: ofArticle,
    querystring: object({}),
    body: NewComment,
    response: { 201: Comment },
  }
  app.post('/articles/:id/comments', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createComment(app.db, callOf(request), request.params.id, request.body)),
  )

  const change = { ...one, summary: 'Change your text, or resolve a thread', description, body: CommentPatch, response: { 200: Comment } }
  app.patch('/articles/:id/comments/:commentId', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeComment(app.db, callOf(request), request.params.id, request.params.commentId, request.body)),
  )

  const remove = { ...one, summary: 'Delete a comment, or a thread with its answers', description, response: { 204: Type.Null() } }
  app.delete('/articles/:id/comments/:commentId', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await deleteComment(app.db, callOf(request), request.params.id, request.params.commentId)),
  )
}
