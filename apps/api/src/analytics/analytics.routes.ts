import { AnalyticsSummary, Heartbeat, Hit, VisitDays } from '@bantin/shared/analytics'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { TurnedAway } from '../errors.ts'
import { loggableError } from '../lib/loggable-error.ts'
import { type AnalyticsParts, type Caller, createAnalytics } from './analytics.service.ts'

const noQuery = object({})
const bodyLimit = 4096
const tags = ['analytics']
/** Shared caches keep counters as long as we do. */
const briefly = 'public, max-age=0, s-maxage=10, stale-if-error=60'

/**
 * Counting readers, open to everyone. No cookie is read or set, and nothing about the reader is stored but a hash of the day, and in which
 * country `countryOf` says that the address is.
 */
export const analyticsRoutes =
  (countryOf: AnalyticsParts['countryOf']): FastifyPluginAsyncTypebox =>
  async (app) => {
    const analytics = createAnalytics({
      db: app.db,
      secrets: app.config.secrets,
      publicUrl: app.config.publicUrl,
      countryOf,
      onFailure: (error) => app.log.warn({ error: loggableError(error) }, 'hits could not be written'),
    })
    app.addHook('onClose', () => analytics.close())

    app.post(
      '/analytics/hits',
      {
        bodyLimit,
        onRequest: giveWay,
        schema: { tags, summary: 'Count a page view', querystring: noQuery, body: Hit, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        await analytics.countHit(request.body, callerOf(request))
        return reply.code(204).send(null)
      },
    )

    app.post(
      '/analytics/heartbeats',
      {
        bodyLimit,
        onRequest: giveWay,
        schema: { tags, summary: 'Still reading', querystring: noQuery, body: Heartbeat, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        await analytics.countHeartbeat(callerOf(request))
        return reply.code(204).send(null)
      },
    )

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

/** Where a process cannot keep up, whoever reads goes before whoever is counted: the browser sends a hit once more. */
async function giveWay({ server }: FastifyRequest): Promise<void> {
  if (server.isPressed()) throw new TurnedAway()
}

function callerOf(request: FastifyRequest): Caller {
  return { address: request.ip, host: request.host, headers: request.headers }
}
