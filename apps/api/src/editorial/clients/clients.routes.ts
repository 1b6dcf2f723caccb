import { Client, ClientInput, ClientPatch, ClientsQuery, KeyInput, MadeKey } from '@bantin/shared/clients'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeClient, createClient, listClients, readClient } from './clients.service.ts'
import { endKey, makeKey } from './keys.service.ts'

const tags = ['portals']
const querystring = object({})
const one = { tags, querystring, params: object({ id: Id }), response: { 200: Client } }
const withVersion = 'Needs the ETag that was read as `If-Match`: 428 without, 412 when it is stale.'

/** Portals that pull what we publish, their keys, and how far they are. */
export const clientsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { tags, summary: 'Portals, by name', querystring: ClientsQuery, response: { 200: page(Client) } }
  app.get('/clients', { schema: list }, (request) => listClients(app.db, request.actor, request.query, app.cursors))

  const create = { tags, summary: 'Add a portal', querystring, body: ClientInput, response: { 201: Client } }
  app.post('/clients', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createClient(app.db, callOf(request), request.body)),
  )

  app.get('/clients/:id', { schema: { ...one, summary: 'A portal: its keys, and how far it is' } }, async (request, reply) =>
    sendAnswer(reply, await readClient(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change or close a portal', description: withVersion, body: ClientPatch }
  app.patch('/clients/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeClient(app.db, callOf(request), request.params.id, request.body)),
  )

  const make = {
    ...one,
    summary: 'Make a key',
    description: `${withVersion} Only this answer has the key: what is stored of it opens nothing. An \`Idempotency-Key\` does nothing here.`,
    body: KeyInput,
    response: { 201: MadeKey },
  }
  app.post('/clients/:id/keys', { schema: make }, async (request, reply) =>
    sendAnswer(reply, await makeKey(app.db, callOf(request), request.params.id, request.body)),
  )

  const revoke = { ...one, summary: 'Revoke a key', description: withVersion, params: object({ id: Id, keyId: Id }) }
  app.delete('/clients/:id/keys/:keyId', { schema: revoke }, async (request, reply) =>
    sendAnswer(reply, await endKey(app.db, callOf(request), request.params.id, request.params.keyId)),
  )
}
