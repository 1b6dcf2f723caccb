import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { databaseAnswers } from './health.queries.ts'

const Healthy = object({ status: Type.Literal('ok') })

/** `/healthz`: the process answers. `/readyz`: it can serve, which needs the database. Open to everyone. */
export const healthRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/healthz',
    { schema: { tags: ['operations'], summary: 'The process answers', querystring: object({}), response: { 200: Healthy } } },
    async () => ({
      status: 'ok' as const,
    }),
  )

  app.get(
    '/readyz',
    { schema: { tags: ['operations'], summary: 'It can serve', querystring: object({}), response: { 200: Healthy } } },
    async () => {
      await databaseAnswers(app.delivery)
      return { status: 'ok' as const }
    },
  )
}
