import { object } from '@bantin/shared/object'
import { Site } from '@bantin/shared/site'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ProblemError } from '../../errors.ts'
import { sendJson } from '../send-json.ts'
import { findSite } from './site.queries.ts'

/** The portal itself: its name, zone, languages and publisher. */
export const siteRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/site',
    { schema: { tags: ['delivery'], summary: 'Who publishes the portal', querystring: object({}), response: { 200: Site } } },
    async (request, reply) => {
      const json = await findSite(request.delivery, app.config.publicUrl)
      if (json === undefined) throw new ProblemError('not_found')
      return sendJson(reply, json)
    },
  )
}
