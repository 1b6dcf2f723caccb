import { Author } from '@bantin/shared/authors'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../errors.ts'
import { sendJson } from '../send-json.ts'
import { findAuthor, findAuthors } from './authors.queries.ts'

/** Bylines: all of them, and one by its slug. */
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
    params: object({ slug: Type.String({ maxLength: 100 }) }),
    querystring: object({}),
    response: { 200: Author },
  }
  app.get('/authors/:slug', { schema: one }, async (request, reply) => {
    const json = await findAuthor(request.delivery, publicUrl, request.params.slug)
    if (json === undefined) throw new ProblemError('not_found')
    return sendJson(reply, json)
  })
}
