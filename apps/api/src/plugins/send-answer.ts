import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, formOf } from '../lib/answer-cache.ts'
import { staleStatus } from '../lib/cache-status.ts'
import { type Encoding, encodingFor } from '../lib/compress.ts'
import { entityTag, namesTag } from '../lib/entity-tag.ts'

/** Sends a kept answer at once, past all hooks and without writing it anew. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, answer: Answer, status: string): void {
  reply.hijack()
  const { encoding, tag, isKnown } = choose(request, answer)
  const headers = { ...headersOf(answer, { encoding, tag, status }), 'x-request-id': request.id }
  if (isKnown) return void reply.raw.writeHead(304, withoutContent(headers)).end()
  const write = (bytes: Buffer) => void reply.raw.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes)
  const form = formOf(answer, encoding)
  if (Buffer.isBuffer(form)) write(form)
  else form.then(write, (error: Error) => reply.raw.destroy(error))
}

/** The same for an answer on its usual way: sets headers, answers the bytes. */
export async function dress(request: FastifyRequest, reply: FastifyReply, answer: Answer, status: string): Promise<Buffer | null> {
  const { encoding, tag, isKnown } = choose(request, answer)
  reply.removeHeader('retry-after').headers(headersOf(answer, { encoding, tag, status }))
  if (!isKnown) return await formOf(answer, encoding)
  for (const name of ['content-type', 'content-encoding']) reply.removeHeader(name)
  reply.code(304)
  return null
}

function choose({ headers }: FastifyRequest, { digest }: Answer) {
  const encoding = encodingFor(headers['accept-encoding']?.toString())
  const tag = entityTag(digest, encoding)
  const asked = headers['if-none-match']
  return { encoding, tag, isKnown: asked !== undefined && namesTag(asked, tag) }
}

function headersOf({ headers }: Answer, { encoding, tag, status }: { encoding: Encoding; tag: string; status: string }) {
  return {
    ...headers,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    ...(status === staleStatus ? { 'cache-control': 'no-store' } : {}),
    vary: 'accept-encoding',
    etag: tag,
    'cache-status': status,
  }
}

function withoutContent(headers: Record<string, string>): Record<string, string> {
  const { 'content-type': _type, 'content-encoding': _encoding, ...rest } = headers
  return rest
}
