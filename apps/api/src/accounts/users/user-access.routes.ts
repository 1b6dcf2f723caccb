import { CodeInput } from '@bantin/shared/auth'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { PasswordLink, User } from '@bantin/shared/users'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { disableUser, enableUser } from './disable-user.service.ts'
import { endSessions, resetSecondFactor } from './end-access.service.ts'
import { orderLink } from './order-link.service.ts'

const one = { tags: ['users'], querystring: object({}), params: object({ id: Id }) }
const nothing = object({})
const withVersion = 'Needs the ETag that was read as `If-Match`: 428 without, 412 when it is stale.'
const shownOnce = 'Closes the links made before. Only this answer has the link: what is stored of it opens nothing.'

/** How a user comes in, and that he comes in no more. */
export const userAccessRoutes: FastifyPluginAsyncTypebox = async (app) => {
  for (const [path, kind, summary] of [
    ['invitation', 'invitation', 'A new link to accept the invitation'],
    ['reset', 'reset', 'A link to set a new password'],
  ] as const) {
    const schema = { ...one, summary, description: shownOnce, body: nothing, response: { 201: PasswordLink } }
    app.post(`/users/:id/${path}`, { schema }, async (request, reply) =>
      reply.code(201).send(await orderLink(app.db, request.actor, app.config, request.params.id, kind)),
    )
  }

  const change = { ...one, description: withVersion, body: nothing, response: { 200: User } }
  app.post('/users/:id/disable', { schema: { ...change, summary: 'Let a user in no more' } }, async (request, reply) =>
    sendAnswer(reply, await disableUser(app.db, callOf(request), request.params.id)),
  )
  app.post('/users/:id/enable', { schema: { ...change, summary: 'Let a user in again' } }, async (request, reply) =>
    sendAnswer(reply, await enableUser(app.db, callOf(request), request.params.id)),
  )

  const end = { ...one, summary: 'Sign a user out everywhere', response: { 204: Type.Null() } }
  app.delete('/users/:id/sessions', { schema: end }, async (request, reply) => {
    await endSessions(app.db, request.actor, request.params.id)
    return reply.code(204).send(null)
  })

  const reset = {
    ...one,
    summary: 'Take away a second factor that was lost',
    description: "`code` is the caller's own: of the app, or a recovery code.",
    body: CodeInput,
    response: { 200: User },
  }
  app.post('/users/:id/reset-second-factor', { schema: reset }, async (request, reply) =>
    sendAnswer(reply, await resetSecondFactor(app.db, app.config.secrets, request.actor, request.params.id, request.body.code)),
  )
}
