import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { findArticles } from './articles/article-list.queries.ts'
import { findWholeArticles } from './articles/whole-articles.queries.ts'
import { discoveryRoutes } from './discovery/discovery.routes.ts'
import { feedsRoutes } from './feeds/feeds.routes.ts'
import { mapsRoutes } from './maps/maps.routes.ts'
import { findSite } from './site/site.queries.ts'

/** What is public at addresses that the world has agreed on: open to any origin, without credentials. */
export const rootRoutes: FastifyPluginAsync = async (app) => {
  const urls: string[] = []
  // Nothing here depends on who asks.
  app.addHook('onRoute', (route) => {
    route.config = { cached: true, ...route.config }
    if (route.method === 'GET') urls.push(route.url)
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
  })
  await app.register(feedsRoutes({ findSite, findArticles, findWholeArticles }))
  await app.register(mapsRoutes)
  await app.register(discoveryRoutes)
  // The plugin for them would answer for all other addresses as well: those of pages and of the desk.
  for (const url of urls) app.options(url, { schema: { hide: true } }, answerPreflight)
}

async function answerPreflight({ headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
  const asked = headers['access-control-request-headers']
  if (asked !== undefined) reply.header('access-control-allow-headers', asked)
  reply.code(204).headers({ 'access-control-allow-methods': 'GET, HEAD', vary: 'access-control-request-headers' })
}
