import { Readable } from 'node:stream'
import { Id } from '@bantin/shared/ids'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../errors.ts'
import { sendingTimeout } from '../answer-file.ts'
import { answerWith } from './answer-with.ts'
import { type FindAnyFile, findFile } from './find-file.ts'

const MediaPath = object({
  id: Id,
  rev: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
  variant: Type.String({ pattern: '^[a-z0-9-]{1,40}(\\.(jpg|webp|avif|pdf|docx|xlsx|mp3|mp4))?$' }),
})

/** Of an address that was signed; one of them alone opens nothing. */
const Signature = object({
  expires: Type.Optional(Type.Integer({ minimum: 0, maximum: 99_999_999_999 })),
  signature: Type.Optional(Type.String({ maxLength: 100 })),
})

const bytes = (description: string) => ({ description, content: { '*/*': { schema: Type.Any() } } })

/**
 * `/media/{id}/{rev}/{variant}`: a file that something public shows, or whose address we signed. The address changes with the bytes. One that
 * no file can have is 404 as well: whoever follows it learns nothing from what is wrong with it.
 */
export function mediaRoutes(findAny: FindAnyFile): FastifyPluginAsyncTypebox {
  return async (app) => {
    const { delivery, mediaAddresses, mediaStore } = app
    const schema = {
      tags: ['delivery'],
      summary: 'A file that something public shows, or whose address is signed',
      params: MediaPath,
      querystring: Signature,
      response: {
        200: bytes('The file, or a rendering of the picture'),
        206: bytes('The range that was asked for'),
        304: Type.Null({ description: 'It is as it was' }),
        308: Type.Null({ description: 'The picture was rendered anew and is at another address' }),
      },
    }
    const options = { schema, handlerTimeout: sendingTimeout, attachValidation: true }
    app.get('/media/:id/:rev/:variant', options, async ({ params, query, headers: asked, method, validationError }, reply) => {
      if (validationError) throw validationError.validationContext === 'params' ? new ProblemError('not_found') : validationError
      const what = await findFile({ delivery, mediaAddresses, findAny }, { id: params.id, rev: params.rev, name: params.variant }, query)
      if ('movedTo' in what) return reply.header('cache-control', what.cacheControl).redirect(what.movedTo, 308)
      const { status, headers, part } = answerWith(what, method === 'HEAD' ? { ...asked, range: undefined } : asked)
      if (status === 416) {
        reply.headers(headers)
        throw new ProblemError('range_not_satisfiable')
      }
      // A policy stands in the way of the viewers of browsers, and they run nothing of such a file.
      if (what.found.type === 'application/pdf') reply.removeHeader('content-security-policy')
      if (status === 304) return reply.code(status).headers(headers).send()
      const stored = await mediaStore.open(what.found.key, part)
      if (!stored) throw new ProblemError('not_found')
      if (method === 'HEAD') stored.stream.destroy()
      return reply
        .code(status)
        .headers(headers)
        .send(method === 'HEAD' ? Readable.from([]) : stored.stream)
    })
  }
}
