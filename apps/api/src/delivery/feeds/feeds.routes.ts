import { FeedQuery, JsonFeed } from '@bantin/shared/feeds'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { atom } from './atom.ts'
import { jsonFeed } from './json-feed.ts'
import { type Feed, type Readers, readFeed } from './read-feed.ts'
import { rss } from './rss.ts'

const forms = [
  { path: '/feeds/rss.xml', type: 'application/rss+xml', summary: 'The newest articles as RSS 2.0', write: rss, schema: Type.String() },
  { path: '/feeds/atom.xml', type: 'application/atom+xml', summary: 'The newest articles as Atom 1.0', write: atom, schema: Type.String() },
  {
    path: '/feeds/feed.json',
    type: 'application/feed+json',
    summary: 'The newest articles as JSON Feed 1.1',
    write: (feed: Feed) => JSON.stringify(jsonFeed(feed)),
    schema: JsonFeed,
  },
]

/** The newest articles with their whole text, for feed readers: of the site, or of a unit, author, category or tag. */
export function feedsRoutes(readers: Readers): FastifyPluginAsyncTypebox {
  return async (app) => {
    const { publicUrl } = app.config
    for (const { path, type, summary, write, schema } of forms) {
      const response = { 200: { description: summary, content: { [type]: { schema } } } }
      app.get(path, { schema: { tags: ['feeds'], summary, querystring: FeedQuery, response } }, async ({ delivery, query }, reply) => {
        const feed = await readFeed(delivery, readers, { baseUrl: publicUrl, path, query })
        return reply.type(`${type}; charset=utf-8`).send(write(feed))
      })
    }
  }
}
