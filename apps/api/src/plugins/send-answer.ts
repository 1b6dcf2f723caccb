import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, formOf, type Head } from '../lib/answer-cache.ts'
import { staleStatus } from '../lib/cache-status.ts'
import { type Encoding, encodingFor } from '../lib/compress.ts'
import { entityTag, namesTag } from '../lib/entity-tag.ts'
import { isAlwaysTold } from '../lib/purged-addresses.ts'
import { hasBody } from './slow-requests.ts'

type App = Pick<FastifyInstance, 'config'>

/** What of a request decides in which form its answer goes out. */
export interface Asked {
  id: string
  method: string
  url: string
  headers: IncomingHttpHeaders
}

/** Sends a kept answer at once, past all hooks and without writing it anew; what is counted is counted. `config` is the application's. */
export function sendKept({ config }: App, asked: Asked, raw: ServerResponse, answer: Answer, status: string): void {
  if (asked.method === 'GET') answer.whenGiven?.()
  const { encoding, head, isKnown } = choose(answer, asked.headers)
  const own = ['cache-control', caching(config, asked.url, status), 'cache-status', status, 'x-request-id', asked.id]
  // Nobody bounds how slowly that may come which nobody reads.
  if (hasBody(asked)) own.push('connection', 'close')
  if (isKnown) return void raw.writeHead(304, head.known.concat(own)).end()
  const write = (bytes: Buffer) => {
    own.push('content-length', String(bytes.length))
    // Two arrays: with single words among them it takes the slow way.
    raw.writeHead(200, head.whole.concat(own)).end(bytes)
  }
  const form = formOf(answer, encoding)
  if (form instanceof Promise) form.then(write, (error: Error) => raw.destroy(error))
  else write(form)
}

/** The same for an answer on its usual way, whose other headers are set: sets those of its form, answers the bytes. */
export async function dress(request: FastifyRequest, reply: FastifyReply, answer: Answer, status: string): Promise<Buffer | null> {
  const encoding = encodingFor(request.headers['accept-encoding']?.toString())
  const tag = entityTag(answer.digest, encoding)
  const isKnown = knows(request.headers, tag)
  if (isKnown) leaveWhatGoesWith304(reply.code(304))
  else if (encoding !== 'identity') reply.header('content-encoding', encoding)
  reply.header('vary', variesBy(reply.getHeader('vary'))).header('etag', tag)
  reply.header('cache-control', caching(request.server.config, request.url, status)).header('cache-status', status)
  // Of HEAD the framework itself leaves out the bytes, once it has counted them.
  return isKnown && request.method !== 'HEAD' ? null : await formOf(answer, encoding)
}

/** What was kept, in the place of what became of the request: of its own that has no headers. */
export async function dressInstead(request: FastifyRequest, reply: FastifyReply, answer: Answer, status: string): Promise<Buffer | null> {
  reply.code(200).removeHeader('retry-after').headers(answer.headers)
  return await dress(request, reply, answer, status)
}

const ofOneRequest = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy'])
const ofOneForm = new Set(['etag', 'content-encoding', 'content-length', 'cache-control', 'cache-status'])

/** The headers of an answer on its way that belong to all its forms, whoever asks. */
export function headersToKeep(reply: FastifyReply): Record<string, string> {
  const kept = Object.entries(reply.getHeaders()).filter(([name]) => !ofOneRequest.has(name) && !ofOneForm.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}

/** In which form this one gets the answer, or whether he has it already. */
function choose(answer: Answer, asked: IncomingHttpHeaders) {
  const encoding = encodingFor(asked['accept-encoding']?.toString())
  const head = headOf(answer, encoding)
  return { encoding, head, isKnown: knows(asked, head.tag) }
}

function knows({ 'if-none-match': known }: IncomingHttpHeaders, tag: string): boolean {
  return known !== undefined && namesTag(known, tag)
}

/** Made once for each form: to put headers together takes longer than to send them. */
function headOf(answer: Answer, encoding: Encoding): Head {
  const made = answer.heads.get(encoding)
  if (made) return made
  const tag = entityTag(answer.digest, encoding)
  const { vary, ...headers } = answer.headers
  const ofForm = ['vary', variesBy(vary), 'etag', tag, ...(encoding === 'identity' ? [] : ['content-encoding', encoding])]
  const whole = [...Object.entries(headers).flat(), ...ofForm]
  const head = { tag, whole, known: whole.filter((_, index) => goesWith304(whole[index - (index % 2)] as string)) }
  answer.heads.set(encoding, head)
  return head
}

/** All have several forms; by what else an answer differs its route says. */
function variesBy(own: unknown): string {
  return own === undefined ? 'accept-encoding' : `accept-encoding, ${String(own)}`
}

function leaveWhatGoesWith304(reply: FastifyReply): void {
  for (const name of Object.keys(reply.getHeaders())) if (!ofOneRequest.has(name) && !goesWith304(name)) reply.removeHeader(name)
}

/** Whoever knows the answer has its headers too: what a 304 repeats is what caches go by, and who may read it (RFC 9110, 15.4.5). */
const goesWith304 = (name: string): boolean => name === 'vary' || name === 'etag' || name.startsWith('access-control-')

const untold = 'public, max-age=0, s-maxage=10, stale-if-error=60'

/**
 * Browsers ask each time; caches on the way for some seconds. One that is told of changes may keep for long what it is always told of, and
 * has nothing else for longer than what was held may be found anywhere.
 */
function caching(config: App['config'], url: string, status: string): string {
  if (status === staleStatus) return 'no-store'
  if (config.cdnPurge === undefined) return untold
  const seconds = isAlwaysTold(url) ? 300 : 5
  return `public, max-age=0, s-maxage=${seconds}, stale-if-error=60`
}
