import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import { RotationInput, Webhook, WebhookDelivery, WebhookInput, WebhookPatch, WebhookWithSecret } from '@bantin/shared/webhooks'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeWebhook, createWebhook, listWebhooks, pingWebhook, readWebhook, removeWebhook, rotateSecret } from './webhooks.service.ts'

const tags = ['portals']
const querystring = object({})
const params = object({ id: Id })
const one = { tags, querystring, params, response: { 200: Webhook } }
const withVersion = 'Needs the ETag that was read as `If-Match`: 428 without, 412 when it is stale.'
const secretOnce = 'Only this answer has the secret. An `Idempotency-Key` does nothing here.'

/** Where portals are told of changes. */
export const webhooksRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { tags, summary: 'Endpoints, by portal', querystring, response: { 200: page(Webhook) } }
  app.get('/webhooks', { schema: list }, (request) => listWebhooks(app.db, request.actor))

  const create = {
    tags,
    summary: 'Add an endpoint',
    description: secretOnce,
    querystring,
    body: WebhookInput,
    response: { 201: WebhookWithSecret },
  }
  app.post('/webhooks', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createWebhook(app.db, callOf(request), app.config, request.body)),
  )

  app.get('/webhooks/:id', { schema: { ...one, summary: 'An endpoint' } }, async (request, reply) =>
    sendAnswer(reply, await readWebhook(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change an endpoint, or turn it off', description: withVersion, body: WebhookPatch }
  app.patch('/webhooks/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeWebhook(app.db, callOf(request), app.config, request.params.id, request.body)),
  )

  const remove = { ...one, summary: 'Take an endpoint away, with its messages', description: withVersion, response: { 204: Type.Null() } }
  app.delete('/webhooks/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removeWebhook(app.db, callOf(request), request.params.id)),
  )

  const rotate = {
    ...one,
    summary: 'Make a new secret',
    description: `${withVersion} ${secretOnce} For \`overlapHours\` both sign.`,
    body: RotationInput,
    response: { 200: WebhookWithSecret },
  }
  app.post('/webhooks/:id/secret', { schema: rotate }, async (request, reply) =>
    sendAnswer(reply, await rotateSecret(app.db, callOf(request), app.config, request.params.id, request.body)),
  )

  const ping = { ...one, summary: 'Send a trial', body: object({}), response: { 201: WebhookDelivery } }
  app.post('/webhooks/:id/ping', { schema: ping }, async (request, reply) =>
    sendAnswer(reply, await pingWebhook(app.db, callOf(request), request.params.id)),
  )
}
