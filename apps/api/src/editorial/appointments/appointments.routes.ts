import { AppointmentPatch, EditorialAppointment, NewAppointment } from '@bantin/shared/editorial-people'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { TitleQuery, Titles } from '@bantin/shared/titles'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeAppointment, createAppointment, readAppointment, removeAppointment } from './appointments.service.ts'
import { readTitles } from './titles.service.ts'

const one = { tags: ['editorial'], querystring: object({}), params: object({ id: Id }) }
const description = 'Needs its version as `If-Match`: 428 without, 412 when it is stale. 409 `conflict` says which rule would be broken.'

/** Who holds which post when. */
export const appointmentsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const titles = { tags: ['editorial'], summary: 'Who has which title on a day', querystring: TitleQuery, response: { 200: Titles } }
  app.get('/appointments', { schema: titles }, (request) => readTitles(app.db, request.actor, request.query))

  const create = { ...one, summary: 'Give a post to somebody', body: NewAppointment, response: { 201: EditorialAppointment } }
  app.post('/posts/:id/appointments', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createAppointment(app.db, callOf(request), request.params.id, request.body)),
  )

  const read = { ...one, summary: 'One appointment', response: { 200: EditorialAppointment } }
  app.get('/appointments/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readAppointment(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change an appointment', description, body: AppointmentPatch, response: { 200: EditorialAppointment } }
  app.patch('/appointments/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeAppointment(app.db, callOf(request), request.params.id, request.body)),
  )

  const remove = { ...one, summary: 'Delete an appointment that no published article names', description, response: { 204: Type.Null() } }
  app.delete('/appointments/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removeAppointment(app.db, callOf(request), request.params.id)),
  )
}
