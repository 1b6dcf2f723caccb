import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, formOf } from '../lib/answer-cache.ts'
import { staleStatus } from '../lib/cache-status.ts'
import { encodingFor } from '../lib/compress.ts'
import { entityTag, namesTag } from '../lib/entity-tag.ts'
import { isPurged } from '../lib/purged-addresses.ts'

type App = Pick<FastifyInstance, 'config'>

/** What of a request decides in which form its answer goes out. */
export interface Asked {
  id: string
  url: string
  headers: IncomingHttpHeaders
}

/** Sends a kept answer at once, past all hooks and without writing it anew. `config` is the application's. */
export function sendKept({ config }: App, asked: Asked, raw: ServerResponse, answer: Answer, status: string): void {
  const { encoding, isKnown, ...own } = choose(config, asked, answer, status)
  const headers = { ...answer.headers, ...own.headers, 'x-request-id': asked.id }
  if (isKnown) return void raw.writeHead(304, withoutContent(headers)).end()
  const write = (bytes: Buffer) => void raw.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes)
  const form = formOf(answer, encoding)
  if (Buffer.isBuffer(form)) write(form)
  else form.then(write, (error: Error) => raw.destroy(error))
}

/** The same for an answer on its usual way: sets headers, answers the bytes. */
export async function dress(request: FastifyRequest, reply: FastifyReply, answer: Answer, status: string): Promise<Buffer | null> {
  const { encoding, isKnown, headers } = choose(request.server.config, request, answer, status)
  reply.removeHeader('retry-after').headers({ ...answer.headers, ...headers })
  if (!isKnown) return await formOf(answer, encoding)
  for (const name of ['content-type', 'content-encoding']) reply.removeHeader(name)
  reply.code(304)
  return null
}

/** In which form this one gets the answer, or whether he has it already, and the headers that depend on it. */
function choose(config: App['config'], { headers: given, url }: Asked, { digest }: Answer, status: string) {
  const { 'accept-encoding': accepted, 'if-none-match': known } = given
  const encoding = encodingFor(accepted?.toString())
  const tag = entityTag(digest, encoding)
  const headers = {
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'cache-control': status === staleStatus ? 'no-store' : caching(config, url),
    vary: 'accept-encoding',
    etag: tag,
    'cache-status': status,
  }
  return { encoding, headers, isKnown: known !== undefined && namesTag(known, tag) }
}

/** Browsers ask each time; caches on the way for some seconds, and for longer where they are told of changes. */
function caching(config: App['config'], url: string): string {
  const seconds = config.cdnPurge !== undefined && isPurged(url) ? 300 : 10
  return `public, max-age=0, s-maxage=${seconds}, stale-if-error=60`
}

function withoutContent(headers: Record<string, string>): Record<string, string> {
  const { 'content-type': _type, 'content-encoding': _encoding, ...rest } = headers
  return rest
}
