import { object } from '@bantin/shared/object'
import { SiteIdentity, SiteIdentityPatch } from '@bantin/shared/site-identity'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeIdentity, readIdentity } from './identity.service.ts'

const base = { tags: ['editorial'], querystring: object({}), response: { 200: SiteIdentity } }

/** Who publishes the portal, and what stands above and below all its pages. */
export const identityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const read = { ...base, summary: 'Who publishes the portal, as it is set' }
  app.get('/site', { schema: read }, async (request, reply) => sendAnswer(reply, await readIdentity(app.db, request.actor)))

  const change = {
    ...base,
    summary: 'Change name, logo, contacts, menus, licence',
    description: 'Needs the ETag that was read as `If-Match`: 428 without, 412 when it is stale.',
    body: SiteIdentityPatch,
  }
  app.patch('/site', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeIdentity(app.db, callOf(request), request.body)),
  )
}
