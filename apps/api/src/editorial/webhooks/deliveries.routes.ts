import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import { DeliveriesQuery, WebhookDelivery } from '@bantin/shared/webhooks'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { listDeliveries, redeliver } from './deliveries.service.ts'

const tags = ['portals']
const querystring = object({})
const params = object({ id: Id })

/** What was and is to be sent to endpoints. */
export const deliveriesRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const deliveries = {
    tags,
    summary: 'What was sent, the newest first',
    querystring: DeliveriesQuery,
    response: { 200: page(WebhookDelivery) },
  }
  app.get('/webhook-deliveries', { schema: deliveries }, (request) => listDeliveries(app.db, request.actor, request.query, app.cursors))

  const again = { tags, summary: 'Send it again', querystring, params, body: object({}), response: { 200: WebhookDelivery } }
  app.post('/webhook-deliveries/:id/resend', { schema: again }, async (request, reply) =>
    sendAnswer(reply, await redeliver(app.db, callOf(request), request.params.id)),
  )
}
