import { AcknowledgedCursor, CursorInput } from '@bantin/shared/clients'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { ApiClient } from '../../lib/api-key.ts'
import { acknowledge, readAcknowledged } from './portal-cursor.service.ts'

const one = { tags: ['delivery'], querystring: object({}), response: { 200: AcknowledgedCursor } }
const config = { key: 'acknowledge' } as const

/** How far a portal is, kept for it here: for portals with a key. */
export const portalCursorRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'private, no-store')
  })

  const read = { ...one, summary: 'The cursor that you acknowledged last', description: 'From there a portal goes on that lost its own.' }
  app.get('/changes/cursor', { schema: read, config }, ({ client }) => readAcknowledged(app.db, (client as ApiClient).id))

  const write = {
    ...one,
    summary: 'Acknowledge what was taken over',
    description: 'Send the cursor of each page after it was applied: editors see who is behind with a correction.',
    body: CursorInput,
  }
  app.put('/changes/cursor', { schema: write, config }, ({ client, body }) => acknowledge(app.db, (client as ApiClient).id, body.cursor))
}
