import { AuthorPatch, EditorialAuthor, EditorialAuthorCard, EditorialAuthorsQuery, NewAuthor } from '@bantin/shared/editorial-authors'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { listAuthors, readAuthor } from './authors.service.ts'
import { changeAuthor, createAuthor, removeAuthor } from './change-authors.service.ts'

const tags = ['editorial']
const querystring = object({})
const one = { tags, querystring, params: object({ id: Id }) }
const description = 'Needs its version as `If-Match`: 428 without, 412 when it is stale.'

/** Whom bylines name: people and collectives, with or without an account. */
export const editorialAuthorsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = { tags, summary: 'Authors, by name', querystring: EditorialAuthorsQuery, response: { 200: page(EditorialAuthorCard) } }
  app.get('/authors', { schema: list }, (request) => listAuthors(app.db, request.actor, request.query, app.cursors))

  const create = { tags, summary: 'Add an author', querystring, body: NewAuthor, response: { 201: EditorialAuthor } }
  app.post('/authors', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createAuthor(app.db, callOf(request), request.body)),
  )

  const read = { ...one, summary: 'One author at the desk', response: { 200: EditorialAuthor } }
  app.get('/authors/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readAuthor(app.db, request.actor, request.params.id)),
  )

  const change = { ...one, summary: 'Change what is said of an author', description, body: AuthorPatch, response: { 200: EditorialAuthor } }
  app.patch('/authors/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeAuthor(app.db, callOf(request), request.params.id, request.body)),
  )

  const remove = { ...one, summary: 'Delete an author whom no article names', description, response: { 204: Type.Null() } }
  app.delete('/authors/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removeAuthor(app.db, callOf(request), request.params.id)),
  )
}
