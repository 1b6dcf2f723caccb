import { AnalyticsSummary, VisitDays } from '@bantin/shared/analytics'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { loggableError } from '../lib/loggable-error.ts'
import { seldom } from '../lib/seldom.ts'
import { type AnalyticsParts, createAnalytics } from './analytics.service.ts'
import { hitsRoutes } from './hits/hits.routes.ts'

const noQuery = object({})
const tags = ['analytics']
/** Shared caches keep counters as long as we do. */
const briefly = 'public, max-age=0, s-maxage=10, stale-if-error=60'

/**
 * Counting readers, open to everyone. No cookie is read or set, and nothing about the reader is stored but a hash of the day, and in which
 * country `countryOf` says that the address is.
 */
export const analyticsRoutes =
  ({ hits, countryOf }: Pick<AnalyticsParts, 'hits' | 'countryOf'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const analytics = createAnalytics({
      db: app.db,
      hits,
      secrets: app.config.secrets,
      publicUrl: app.config.publicUrl,
      countryOf,
      onFailure: (error) => app.log.warn({ error: loggableError(error) }, 'hits could not be written'),
      onTurnAway: seldom(60_000, () => app.log.warn('Hits are turned away: the database takes them more slowly than they come.')),
    })
    app.addHook('onClose', () => analytics.close())

    await app.register(hitsRoutes(analytics))

    app.get(
      '/analytics/summary',
      { schema: { tags, summary: 'The public counters', querystring: noQuery, response: { 200: AnalyticsSummary } } },
      async (_request, reply) => {
        reply.header('cache-control', briefly)
        return analytics.summary()
      },
    )

    app.get(
      '/analytics/days',
      { schema: { tags, summary: 'Visits of the last thirty days', querystring: noQuery, response: { 200: VisitDays } } },
      async (_request, reply) => {
        reply.header('cache-control', briefly)
        return analytics.visitDays()
      },
    )
  }
