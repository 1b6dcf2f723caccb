import { SetupInput, SetupState } from '@bantin/shared/auth'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { readSetupState, setUp } from './setup.service.ts'

const base = { tags: ['auth'], querystring: object({}) }

/** The first administrator. Belongs into a scope that refuses other sites. */
export const setupRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const read = { ...base, summary: 'Whether the first administrator is still to be made', response: { 200: SetupState } }
  app.get('/setup', { schema: read }, () => readSetupState(app.db))

  const make = {
    ...base,
    summary: 'Make the first administrator',
    description: 'Takes the code that the first start prints, and works once.',
    body: SetupInput,
    response: { 204: Type.Null() },
  }
  app.post('/setup', { bodyLimit: 4096, schema: make }, async (request, reply) => {
    await setUp(app.db, app.config.secrets, request.body, request.ip)
    return reply.code(204).send(null)
  })
}
