import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, formOf } from '../lib/answer-cache.ts'
import { staleStatus } from '../lib/cache-status.ts'
import { encodingFor } from '../lib/compress.ts'
import { entityTag, namesTag } from '../lib/entity-tag.ts'
import { isPurged } from '../lib/purged-addresses.ts'

/** Sends a kept answer at once, past all hooks and without writing it anew. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, answer: Answer, status: string): void {
  reply.hijack()
  const { encoding, isKnown, ...own } = choose(request, answer, status)
  const headers = { ...answer.headers, ...own.headers, 'x-request-id': request.id }
  if (isKnown) return void reply.raw.writeHead(304, withoutContent(headers)).end()
  const write = (bytes: Buffer) => void reply.raw.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes)
  const form = formOf(answer, encoding)
  if (Buffer.isBuffer(form)) write(form)
  else form.then(write, (error: Error) => reply.raw.destroy(error))
}

/** The same for an answer on its usual way: sets headers, answers the bytes. */
export async function dress(request: FastifyRequest, reply: FastifyReply, answer: Answer, status: string): Promise<Buffer | null> {
  const { encoding, isKnown, headers } = choose(request, answer, status)
  reply.removeHeader('retry-after').headers({ ...answer.headers, ...headers })
  if (!isKnown) return await formOf(answer, encoding)
  for (const name of ['content-type', 'content-encoding']) reply.removeHeader(name)
  reply.code(304)
  return null
}

/** In which form this one gets the answer, or whether he has it already, and the headers that depend on it. */
function choose(request: FastifyRequest, { digest }: Answer, status: string) {
  const { 'accept-encoding': accepted, 'if-none-match': known } = request.headers
  const encoding = encodingFor(accepted?.toString())
  const tag = entityTag(digest, encoding)
  const headers = {
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'cache-control': status === staleStatus ? 'no-store' : caching(request),
    vary: 'accept-encoding',
    etag: tag,
    'cache-status': status,
  }
  return { encoding, headers, isKnown: known !== undefined && namesTag(known, tag) }
}

/** Browsers ask each time; caches on the way for some seconds, and for longer where they are told of changes. */
function caching({ url, server: { config } }: FastifyRequest): string {
  const seconds = config.cdnPurge !== undefined && isPurged(url) ? 300 : 10
  return `public, max-age=0, s-maxage=${seconds}, stale-if-error=60`
}

function withoutContent(headers: Record<string, string>): Record<string, string> {
  const { 'content-type': _type, 'content-encoding': _encoding, ...rest } = headers
  return rest
}
