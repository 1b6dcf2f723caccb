import { join } from 'node:path'
import { Conversion, ConversionInput, FileConversionQuery } from '@bantin/shared/conversions'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { signedAddressOf } from '../../lib/media-view.ts'
import { uploadBody, uploadTimeout } from '../../lib/upload.ts'
import { convertText } from './conversions.service.ts'
import { convertFile, type Library } from './convert-file.service.ts'

const tags = ['editorial']

/** Texts from elsewhere as bodies. The queue before what converts may be as long as its work. */
export const conversionsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const text = {
    tags,
    summary: 'Convert HTML, Markdown or plain text to a body',
    description: 'Nothing is stored. What has no place in a body is left out and listed.',
    querystring: object({}),
    body: ConversionInput,
    response: { 200: Conversion },
  }
  app.post('/conversions', { schema: text, handlerTimeout: 60_000, config: { keepsText: true } }, (request) =>
    convertText(request.actor, request.body),
  )
}

/** The same of files, where a scope takes them. */
export function fileConversionsRoutes(library: Library): FastifyPluginAsyncTypebox {
  return async (app) => {
    const folder = join(app.config.dataDir, 'uploads')
    const parts = { db: app.db, store: app.mediaStore, folder, addressOf: signedAddressOf(app) }

    const file = {
      tags,
      summary: 'Convert a Word document, HTML, Markdown or plain text to a body',
      description: 'The pictures of a Word document are in the media library afterwards; nothing else is stored.',
      querystring: FileConversionQuery,
      body: uploadBody('Exactly one file, of at most 20 MB: .docx, .html, .md or .txt.'),
      response: { 200: Conversion },
    }
    app.post('/conversions/file', { schema: file, handlerTimeout: uploadTimeout }, (request) =>
      convertFile(library, parts, request.actor, request.query.legacyFont, request.uploads(1)),
    )
  }
}
