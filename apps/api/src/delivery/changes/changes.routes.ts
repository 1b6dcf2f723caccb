import { Changes, ChangesQuery } from '@bantin/shared/changes'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendJson } from '../send-json.ts'
import { changesPage, type FindArticles } from './changes-page.ts'

/** What was published, changed and taken away, in order of commit. */
export function changesRoutes(findArticles: FindArticles): FastifyPluginAsyncTypebox {
  return async (app) => {
    const schema = { tags: ['delivery'], summary: 'What changed since a cursor', querystring: ChangesQuery, response: { 200: Changes } }
    app.get('/changes', { schema }, async ({ delivery, query }, reply) => {
      const readArticles = (ids: string[]) => findArticles(delivery, app.config.publicUrl, ids)
      return sendJson(reply, await changesPage(delivery, readArticles, query))
    })
  }
}
