import { page } from '@bantin/shared/pagination'
import { SearchedWords, SearchesQuery } from '@bantin/shared/searches'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listSearches } from './searches.service.ts'

/** What readers search for. */
export const searchesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = {
    tags: ['editorial'],
    summary: 'What readers searched for, the most wanted first',
    description: 'Without days: the last thirty. Nothing of who it was is known; it is kept for 90 days.',
    querystring: SearchesQuery,
    response: { 200: page(SearchedWords) },
  }
  app.get('/searches', { schema: list }, (request) => listSearches(app.db, request.actor, request.query, app.cursors))
}
