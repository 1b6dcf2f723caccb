import { Alert, AlertPatch, NewAlert } from '@bantin/shared/alerts'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeAlert, createAlert, endAlert, listAlerts, readAlert } from './alerts.service.ts'

const tags = ['editorial']
const querystring = object({})
const one = { tags, querystring, params: object({ id: Id }), response: { 200: Alert } }
const withVersion = 'Needs the ETag that was read as `If-Match`: 428 without, 412 when it is stale.'

/** What everybody has to know for a while: it stands above all pages. */
export const alertsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { tags, summary: 'Alerts, newest first, ended ones included', querystring, response: { 200: page(Alert) } }
  app.get('/alerts', { schema: list }, (request) => listAlerts(app.db, request.actor))

  const create = { tags, summary: 'Tell everybody something for a while', querystring, body: NewAlert, response: { 201: Alert } }
  app.post('/alerts', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createAlert(app.db, callOf(request), request.body)),
  )

  app.get('/alerts/:id', { schema: { ...one, summary: 'One alert' } }, async (request, reply) =>
    sendAnswer(reply, await readAlert(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change what an alert says, or when it stands there', description: withVersion, body: AlertPatch }
  app.patch('/alerts/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeAlert(app.db, callOf(request), request.params.id, request.body)),
  )

  const end = { ...one, summary: 'Take an alert down now', description: withVersion, body: object({}) }
  app.post('/alerts/:id/end', { schema: end }, async (request, reply) =>
    sendAnswer(reply, await endAlert(app.db, callOf(request), request.params.id)),
  )
}
