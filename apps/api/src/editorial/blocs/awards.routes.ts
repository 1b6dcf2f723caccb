import { AwardPatch, AwardsQuery, EditorialAward, NewAward } from '@bantin/shared/editorial-emulation'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeAward, createAward, listAwards, readAward, removeAward } from './awards.service.ts'

const one = { tags: ['editorial'], querystring: object({}), params: object({ id: Id }) }
const description = 'Needs its version as `If-Match`: 428 without, 412 when it is stale.'

/** Commendations for blocs' years, of units or people: proposed, decided, revoked. */
export const awardsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { ...one, summary: 'The commendations of a bloc', querystring: AwardsQuery, response: { 200: page(EditorialAward) } }
  app.get('/blocs/:id/awards', { schema: list }, (request) => listAwards(app.db, request.actor, request.params.id, request.query.year))

  const create = { ...one, summary: 'Add a commendation to a year of a bloc', body: NewAward, response: { 201: EditorialAward } }
  app.post('/blocs/:id/awards', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createAward(app.db, callOf(request), request.params.id, request.body)),
  )

  const read = { ...one, summary: 'One commendation', response: { 200: EditorialAward } }
  app.get('/awards/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readAward(app.db, request.actor, request.params.id)),
  )

  const change = {
    ...one,
    summary: 'Change, decide or revoke a commendation',
    description,
    body: AwardPatch,
    response: { 200: EditorialAward },
  }
  app.patch('/awards/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeAward(app.db, callOf(request), request.params.id, request.body)),
  )

  const remove = { ...one, summary: 'Delete a commendation that was only proposed', description, response: { 204: Type.Null() } }
  app.delete('/awards/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removeAward(app.db, callOf(request), request.params.id)),
  )
}
