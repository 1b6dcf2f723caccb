import { Lookup, LookupQuery } from '@bantin/shared/lookup'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sendJson } from '../send-json.ts'
import { lookUp } from './look-up.ts'

/** From an address that somebody has to what the API has of it. */
export const lookupRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = { tags: ['delivery'], summary: 'What a public address shows', querystring: LookupQuery, response: { 200: Lookup } }
  app.get('/lookup', { schema }, async ({ delivery, query }, reply) =>
    sendJson(reply, await lookUp(delivery, app.config.publicUrl, query.url)),
  )
}
