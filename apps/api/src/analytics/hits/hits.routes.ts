import { Heartbeat, Hit } from '@bantin/shared/analytics'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest, RouteOptions } from 'fastify'
import { Type } from 'typebox'
import { TurnedAway } from '../../errors.ts'
import type { Analytics } from '../analytics.service.ts'

const both = { bodyLimit: 4096, onRequest: giveWay }
const schema = { tags: ['analytics'], querystring: object({}), response: { 204: Type.Null() } }

type Take = NonNullable<RouteOptions['config']>['take'] & {}

/** Where hits and heartbeats come in. Ordinary ones are taken by apps/api/src/plugins/take-first.ts; the handlers see what it leaves. */
export const hitsRoutes =
  (analytics: Analytics): FastifyPluginAsyncTypebox =>
  async (app) => {
    const countHit: Take = (hit, sender) => analytics.countHit(hit as Hit, sender)
    app.post(
      '/analytics/hits',
      { ...both, config: { take: countHit }, schema: { ...schema, summary: 'Count a page view', body: Hit } },
      async (request, reply) => {
        await countHit(request.body, app.callerOf(request.raw))
        return reply.code(204).send(null)
      },
    )

    const countHeartbeat: Take = (_nothing, sender) => analytics.countHeartbeat(sender)
    app.post(
      '/analytics/heartbeats',
      { ...both, config: { take: countHeartbeat }, schema: { ...schema, summary: 'Still reading', body: Heartbeat } },
      async (request, reply) => {
        await countHeartbeat(request.body, app.callerOf(request.raw))
        return reply.code(204).send(null)
      },
    )
  }

/** Where a process cannot keep up, whoever reads goes before whoever is counted: the browser sends a hit once more. */
async function giveWay({ server }: FastifyRequest): Promise<void> {
  if (server.isPressed()) throw new TurnedAway()
}
