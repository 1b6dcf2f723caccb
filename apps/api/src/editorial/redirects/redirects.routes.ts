import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import { NewRedirect, Redirect, RedirectImport, RedirectImportResult, RedirectListQuery, RedirectPatch } from '@bantin/shared/redirects'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { importRedirects } from './add-redirects.service.ts'
import { changeRedirect, createRedirect, listRedirects, readRedirect, removeRedirect } from './redirects.service.ts'

const tags = ['editorial']
const querystring = object({})
const one = { tags, querystring, params: object({ id: Id }) }
const withVersion = 'Needs the ETag that was read as `If-Match`: 428 without, 412 when it is stale.'

/** Where the addresses of an older system lead. Pages look here before they say that there is nothing. */
export const redirectsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const list = {
    tags,
    summary: 'Where old addresses lead, newest first',
    querystring: RedirectListQuery,
    response: { 200: page(Redirect) },
  }
  app.get('/redirects', { schema: list }, (request) =>
    listRedirects(app.db, request.actor, request.query, app.cursors, app.config.publicUrl),
  )

  const create = { tags, summary: 'Send an old address on', querystring, body: NewRedirect, response: { 201: Redirect } }
  app.post('/redirects', { schema: create }, async (request, reply) =>
    sendAnswer(reply, await createRedirect(app.db, callOf(request), request.body)),
  )

  const many = {
    tags,
    summary: 'Send many old addresses on, all or none',
    description: 'What is there already, the same in all, stays as it is. Every fault is answered with its place.',
    querystring,
    body: RedirectImport,
    response: { 200: RedirectImportResult },
  }
  app.post('/redirects/import', { schema: many }, async (request, reply) =>
    sendAnswer(reply, await importRedirects(app.db, callOf(request), request.body)),
  )

  const read = { ...one, summary: 'Where one old address leads', response: { 200: Redirect } }
  app.get('/redirects/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readRedirect(app.db, callOf(request), request.params.id)),
  )

  const change = {
    ...one,
    summary: 'Lead it elsewhere',
    description: `${withVersion} To change from an article to a url, send the one as null.`,
    body: RedirectPatch,
    response: { 200: Redirect },
  }
  app.patch('/redirects/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeRedirect(app.db, callOf(request), request.params.id, request.body)),
  )

  const remove = { ...one, summary: 'Let an old address lead nowhere', description: withVersion, response: { 204: Type.Null() } }
  app.delete('/redirects/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removeRedirect(app.db, callOf(request), request.params.id)),
  )
}
