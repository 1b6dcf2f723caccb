import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import { CreatedUser, GrantsInput, NewUser, User, UserCard, UserPatch, UsersQuery } from '@bantin/shared/users'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeUser } from './change-user.service.ts'
import { changeGrants } from './grants.service.ts'
import { inviteUser } from './invite-user.service.ts'
import { listUsers, readUser } from './show-users.service.ts'

const tags = ['users']
const querystring = object({})
const one = { tags, querystring, params: object({ id: Id }), response: { 200: User } }
const withVersion = 'Needs the ETag that was read as `If-Match`: 428 without, 412 when it is stale.'

/** Users, their names and roles. For administrators of all the units of a user; auditors read. */
export const usersRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = {
    tags,
    summary: 'Users, by name',
    description: 'Those with a role that the one who asks administers or audits; `role` and `unit` together are of one grant.',
    querystring: UsersQuery,
    response: { 200: page(UserCard) },
  }
  app.get('/users', { schema: list }, (request) => listUsers(app.db, request.actor, request.query, app.cursors))

  const invite = {
    tags,
    summary: 'Make an account and its invitation',
    description: 'Only this answer has the link: what is stored of it opens nothing. An `Idempotency-Key` does nothing here.',
    querystring,
    body: NewUser,
    response: { 201: CreatedUser },
  }
  app.post('/users', { schema: invite }, async (request, reply) =>
    sendAnswer(reply, await inviteUser(app.db, callOf(request), app.config, request.body)),
  )

  app.get('/users/:id', { schema: { ...one, summary: 'A user' } }, async (request, reply) =>
    sendAnswer(reply, await readUser(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change name or e-mail', description: withVersion, body: UserPatch }
  app.patch('/users/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeUser(app.db, callOf(request), request.params.id, request.body)),
  )

  const grant = {
    ...one,
    summary: 'Give these roles and no other',
    description: `${withVersion} Roles that are new or go have to be the caller's to give.`,
    body: GrantsInput,
  }
  app.put('/users/:id/grants', { schema: grant }, async (request, reply) =>
    sendAnswer(reply, await changeGrants(app.db, callOf(request), request.params.id, request.body)),
  )
}
