import { Abbreviation, AbbreviationListQuery, AbbreviationPatch, NewAbbreviation } from '@bantin/shared/abbreviations'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { changeAbbreviation, createAbbreviation, listAbbreviations, readAbbreviation, removeAbbreviation } from './abbreviations.service.ts'

const tags = ['editorial']
const querystring = object({})
const one = { tags, querystring, params: object({ id: Id }) }
const description = 'Needs its version as `If-Match`: 428 without, 412 when it is stale. Acts on the next search.'

/** Short forms and what they stand for: whoever searches for one finds the other too. */
export const abbreviationsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = {
    tags,
    summary: 'Short forms and what they stand for, by name',
    querystring: AbbreviationListQuery,
    response: { 200: page(Abbreviation) },
  }
  app.get('/abbreviations', { schema: list }, (request) => listAbbreviations(app.db, request.actor, request.query, app.cursors))

  const create = { tags, summary: 'Add a short form', querystring, body: NewAbbreviation, response: { 201: Abbreviation } }
  app.post('/abbreviations', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createAbbreviation(app.db, callOf(request), request.body)),
  )

  const read = { ...one, summary: 'One short form', response: { 200: Abbreviation } }
  app.get('/abbreviations/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readAbbreviation(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change a short form', description, body: AbbreviationPatch, response: { 200: Abbreviation } }
  app.patch('/abbreviations/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeAbbreviation(app.db, callOf(request), request.params.id, request.body)),
  )

  const remove = { ...one, summary: 'Delete a short form', description, response: { 204: Type.Null() } }
  app.delete('/abbreviations/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removeAbbreviation(app.db, callOf(request), request.params.id)),
  )
}
