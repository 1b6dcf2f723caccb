import { Id } from '@bantin/shared/ids'
import { MediaItem, MediaListQuery, MediaPatch, MediaUses } from '@bantin/shared/media'
import { object } from '@bantin/shared/object'
import { page } from '@bantin/shared/pagination'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { signedAddressOf } from '../../lib/media-view.ts'
import { changeMedia, listMedia, readMediaItem, readUses, removeMedia } from './media.service.ts'

const tags = ['editorial']
const one = { tags, querystring: object({}), params: object({ id: Id }) }
const withVersion = 'Needs the ETag that was read as `If-Match`: 428 without, 412 when it is stale.'

/** The media library: looked through by whoever has a role, changed by who uploaded a file and by editors of its unit. */
export const editorialMediaRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const addressOf = signedAddressOf(app)

  const list = {
    tags,
    summary: 'Files of the media library, newest first',
    querystring: MediaListQuery,
    response: { 200: page(MediaItem) },
  }
  app.get('/media', { schema: list }, (request) => listMedia(app.db, request.actor, request.query, { cursors: app.cursors, addressOf }))

  const read = { ...one, summary: 'One file', response: { 200: MediaItem } }
  app.get('/media/:id', { schema: read }, async (request, reply) =>
    sendAnswer(reply, await readMediaItem(app.db, request.actor, request.params.id, addressOf)),
  )

  const uses = { ...one, summary: 'The articles that show it', response: { 200: MediaUses } }
  app.get('/media/:id/uses', { schema: uses }, (request) => readUses(app.db, request.actor, request.params.id))

  const change = {
    ...one,
    summary: 'Say what it shows, or which part of it is shown',
    description: `${withVersion} With another crop or focal point the renderings are made anew, at a new address.`,
    body: MediaPatch,
    response: { 200: MediaItem },
  }
  app.patch('/media/:id', { schema: change }, async (request, reply) =>
    sendAnswer(reply, await changeMedia(app.db, callOf(request), request.params.id, request.body, addressOf)),
  )

  const remove = { ...one, summary: 'Delete a file that no article shows', description: withVersion, response: { 204: Type.Null() } }
  app.delete('/media/:id', { schema: remove }, async (request, reply) =>
    sendAnswer(reply, await removeMedia(app.db, app.mediaStore, callOf(request), request.params.id)),
  )
}
