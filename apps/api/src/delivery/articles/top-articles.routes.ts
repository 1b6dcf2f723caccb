import { TopArticles, TopArticlesQuery } from '@bantin/shared/analytics'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendJson } from '../send-json.ts'
import { findTopArticles } from './top-articles.queries.ts'

/** The most read articles. */
export const topArticlesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { publicUrl } = app.config
  const schema = { tags: ['delivery'], summary: 'The most read articles', querystring: TopArticlesQuery, response: { 200: TopArticles } }
  app.get('/analytics/top', { schema }, async ({ delivery, query: { period = 'week', limit = 10 } }, reply) => {
    const found = await findTopArticles(delivery, publicUrl, { period, limit })
    return sendJson(reply, `{"data":[${found.join(',')}]}`)
  })
}
