import { join } from 'node:path'
import { MediaItem, UploadQuery, Uploads } from '@bantin/shared/media'
import { maxFiles } from '@bantin/shared/media-types'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { signedAddressOf } from '../../lib/media-view.ts'
import { uploadBody, uploadTimeout } from '../../lib/upload.ts'
import { uploadMany, uploadOne } from './upload.service.ts'

const tags = ['editorial']

/** Files on their way into the media library. */
export const uploadRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const folder = join(app.config.dataDir, 'uploads')
  const parts = { db: app.db, store: app.mediaStore, folder, addressOf: signedAddressOf(app) }

  const upload = {
    tags,
    summary: 'Upload a file',
    description: 'What it is, its bytes say. 201 with a new file; 200 with the one that has the same bytes.',
    querystring: UploadQuery,
    body: uploadBody('Exactly one file, of at most 40 MB.'),
    response: { 200: MediaItem, 201: MediaItem },
  }
  app.post('/media', { schema: upload, handlerTimeout: uploadTimeout }, async (request, reply) =>
    sendAnswer(reply, await uploadOne(parts, callOf(request), request.query.unitId, request.uploads(1))),
  )

  const many = {
    tags,
    summary: 'Upload many files',
    description: 'Each by itself, in their order: one that is refused keeps no other from being added.',
    querystring: UploadQuery,
    body: uploadBody(`Up to ${maxFiles} files, each of at most 40 MB.`),
    response: { 200: Uploads },
  }
  app.post('/media/many', { schema: many, handlerTimeout: uploadTimeout }, (request) =>
    uploadMany(parts, callOf(request), request.query.unitId, request.uploads(maxFiles)),
  )
}
