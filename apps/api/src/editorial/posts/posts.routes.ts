import { EditorialPost, NewPost, PostPatch } from '@bantin/shared/editorial-people'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changePost, createPost, listPosts, readPost, removePost } from './posts.service.ts'

const one = { tags: ['editorial'], querystring: object({}), params: object({ id: Id }) }
const description = 'Needs its version as `If-Match`: 428 without, 412 when it is stale.'

/** Posts of units: three deputies are three posts. */
export const postsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { ...one, summary: 'All posts of a unit, with who holds, held and will hold them', response: { 200: page(EditorialPost) } }
  app.get('/units/:id/posts', { schema: list }, (request) => listPosts(app.db, request.actor, request.params.id))

  const create = { ...one, summary: 'Add a post to a unit', body: NewPost, response: { 201: EditorialPost } }
  app.post('/units/:id/posts', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createPost(app.db, callOf(request), request.params.id, request.body)),
  )

  const read = { ...one, summary: 'One post', response: { 200: EditorialPost } }
  app.get('/posts/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readPost(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change a post', description, body: PostPatch, response: { 200: EditorialPost } }
  app.patch('/posts/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changePost(app.db, callOf(request), request.params.id, request.body)),
  )

  const remove = { ...one, summary: 'Delete a post that nobody ever held', description, response: { 204: Type.Null() } }
  app.delete('/posts/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removePost(app.db, callOf(request), request.params.id)),
  )
}
