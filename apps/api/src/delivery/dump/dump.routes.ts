import { Readable } from 'node:stream'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ProblemError } from '../../errors.ts'
import { answerFile, sendingTimeout } from '../answer-file.ts'
import { findDump } from './dump.queries.ts'
import { dumpKey } from './dump-key.ts'

const packed = (description: string) => ({ description, content: { 'application/gzip': { schema: Type.Any() } } })

const tenMinutes = 600

/** A file with all articles and the cursor at which the change feed goes on. */
export const dumpRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const schema = {
    tags: ['delivery'],
    summary: 'All articles in one file, and the cursor that it stands at',
    querystring: object({}),
    response: {
      200: packed('Packed lines of JSON: a header, then an article in each'),
      206: packed('The range that was asked for'),
      304: Type.Null({ description: 'It is as it was' }),
    },
  }
  // From memory it is not answered: what is taken away ends the file at once.
  const options = { schema, handlerTimeout: sendingTimeout, config: { cached: false } }
  app.get('/export/articles.ndjson.gz', options, async ({ headers: asked, method }, reply) => {
    const dump = await findDump(app.delivery)
    if (!dump) throw new ProblemError('dump_not_there', {}, tenMinutes)
    const about = {
      'content-type': 'application/gzip',
      etag: `"${dump.id}"`,
      'last-modified': dump.madeAt,
      'accept-ranges': 'bytes',
      'cache-control': 'public, no-cache',
      'content-disposition': 'attachment; filename="articles.ndjson.gz"',
    }
    const { status, headers, part } = answerFile(dump.bytes, about, method === 'HEAD' ? { ...asked, range: undefined } : asked)
    if (status === 416) {
      reply.headers(headers)
      throw new ProblemError('range_not_satisfiable')
    }
    if (status === 304) return reply.code(status).headers(headers).send()
    const stored = await app.mediaStore.open(dumpKey(dump.id), part)
    if (!stored) throw new ProblemError('dump_not_there', {}, tenMinutes)
    if (method === 'HEAD') stored.stream.destroy()
    return reply
      .code(status)
      .headers(headers)
      .send(method === 'HEAD' ? Readable.from([]) : stored.stream)
  })
}
