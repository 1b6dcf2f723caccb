import { MissingPaths, MissingPathsQuery } from '@bantin/shared/missing-paths'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listMissingPaths } from './missing-paths.service.ts'

/** What readers asked for and did not find. */
export const missingPathsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = {
    tags: ['editorial'],
    summary: 'Paths that readers asked for and did not find, the most wanted first',
    description: 'Without days: the last thirty. They are kept for 90 days.',
    querystring: MissingPathsQuery,
    response: { 200: MissingPaths },
  }
  app.get('/missing-paths', { schema: list }, (request) => listMissingPaths(app.db, request.actor, request.query))
}
