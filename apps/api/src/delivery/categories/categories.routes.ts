import { Category } from '@bantin/shared/categories'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendJson } from '../send-json.ts'
import { findCategories } from './categories.queries.ts'

/** The portal's sections as a flat list. */
export const categoriesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/categories',
    { schema: { tags: ['delivery'], summary: 'All categories', querystring: object({}), response: { 200: page(Category) } } },
    async (request, reply) => sendJson(reply, await findCategories(request.delivery, app.config.publicUrl)),
  )
}
