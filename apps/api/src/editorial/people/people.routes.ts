import { EditorialPerson, EditorialPersonCard, NewPerson, PeopleQuery, PersonPatch } from '@bantin/shared/editorial-people'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changePerson, createPerson, removePerson } from './change-people.service.ts'
import { listPeople, readPerson } from './people.service.ts'

const tags = ['editorial']
const querystring = object({})
const one = { tags, querystring, params: object({ id: Id }) }
const description = 'Needs its version as `If-Match`: 428 without, 412 when it is stale.'

/** People who hold posts, with or without an account. */
export const peopleRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { tags, summary: 'People, by given name', querystring: PeopleQuery, response: { 200: page(EditorialPersonCard) } }
  app.get('/people', { schema: list }, (request) => listPeople(app.db, request.actor, request.query, app.cursors))

  const create = { tags, summary: 'Add somebody', querystring, body: NewPerson, response: { 201: EditorialPerson } }
  app.post('/people', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createPerson(app.db, callOf(request), request.body)),
  )

  const read = { ...one, summary: 'One person with all appointments', response: { 200: EditorialPerson } }
  app.get('/people/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readPerson(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change what is said of somebody', description, body: PersonPatch, response: { 200: EditorialPerson } }
  app.patch('/people/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changePerson(app.db, callOf(request), request.params.id, request.body)),
  )

  const remove = { ...one, summary: 'Delete somebody to whom nothing refers', description, response: { 204: Type.Null() } }
  app.delete('/people/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removePerson(app.db, callOf(request), request.params.id)),
  )
}
