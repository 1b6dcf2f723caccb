import { Author } from '@bantin/shared/authors'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { movedAddress } from '../moved-address.ts'
import { sendJson, sendMoved } from '../send-json.ts'
import { findAuthor, findAuthors } from './authors.queries.ts'

/** Bylines: all of them, and one by the id or slug. */
export const authorsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config

  app.get(
    '/authors',
    { schema: { tags: ['delivery'], summary: 'All authors', querystring: object({}), response: { 200: page(Author) } } },
    async (request, reply) => sendJson(reply, await findAuthors(request.delivery, publicUrl)),
  )

  const one = {
    tags: ['delivery'],
    summary: 'One author',
    params: object({ idOrSlug: Type.String({ maxLength: 100 }) }),
    querystring: object({}),
    response: { 200: Author, 308: Type.Null() },
  }
  app.get('/authors/:idOrSlug', { schema: one }, async ({ delivery, params: { idOrSlug }, query }, reply) => {
    const json = await findAuthor(delivery, publicUrl, idOrSlug)
    if (json !== undefined) return sendJson(reply, json)
    return sendMoved(reply, await movedAddress(delivery, { noun: 'authors', idOrSlug, query, publicUrl }))
  })
}
