import { EditorialUnit, EditorialUnitCard, EditorialUnitsQuery, NewUnit, UnitPatch } from '@bantin/shared/editorial-units'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeUnit, createUnit, removeUnit } from './change-units.service.ts'
import { listUnits, readUnit } from './units.service.ts'

const tags = ['editorial']
const querystring = object({})
const one = { tags, querystring, params: object({ id: Id }) }
const description = 'Needs its version as `If-Match`: 428 without, 412 when it is stale. 409 `conflict` says which rule would be broken.'

/** Units with all of their days: names, and what they stand below. */
export const editorialUnitsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { tags, summary: 'Units, by name', querystring: EditorialUnitsQuery, response: { 200: page(EditorialUnitCard) } }
  app.get('/units', { schema: list }, (request) => listUnits(app.db, request.actor, request.query, app.cursors))

  const create = { tags, summary: 'Make a unit', querystring, body: NewUnit, response: { 201: EditorialUnit } }
  app.post('/units', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createUnit(app.db, callOf(request), request.body)),
  )

  const read = { ...one, summary: 'One unit', response: { 200: EditorialUnit } }
  app.get('/units/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readUnit(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change a unit', description, body: UnitPatch, response: { 200: EditorialUnit } }
  app.patch('/units/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeUnit(app.db, callOf(request), request.params.id, request.body)),
  )

  const remove = { ...one, summary: 'Delete a unit that nothing refers to', description, response: { 204: Type.Null() } }
  app.delete('/units/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removeUnit(app.db, callOf(request), request.params.id)),
  )
}
