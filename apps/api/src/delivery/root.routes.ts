import type { FastifyPluginAsync } from 'fastify'
import { findArticles } from './articles/article-list.queries.ts'
import { findWholeArticles } from './articles/whole-articles.queries.ts'
import { discoveryRoutes } from './discovery/discovery.routes.ts'
import { feedsRoutes } from './feeds/feeds.routes.ts'
import { mapsRoutes } from './maps/maps.routes.ts'
import { findSite } from './site/site.queries.ts'

/** What is public at addresses that the world has agreed on: open to any origin, without credentials. */
export const rootRoutes: FastifyPluginAsync = async (app) => {
  // Nothing here depends on who asks.
  app.addHook('onRoute', (route) => {
    route.config = { cached: true, ...route.config }
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
  })
  await app.register(feedsRoutes({ findSite, findArticles, findWholeArticles }))
  await app.register(mapsRoutes)
  await app.register(discoveryRoutes)
}
