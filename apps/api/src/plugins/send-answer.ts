import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Answer, formOf, type Head } from '../lib/answer-cache.ts'
import { staleStatus } from '../lib/cache-status.ts'
import { type Encoding, encodingFor } from '../lib/compress.ts'
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
  const { encoding, head, isKnown } = choose(answer, asked.headers)
  const own = ['cache-control', caching(config, asked.url, status), 'cache-status', status, 'x-request-id', asked.id]
  if (isKnown) return void raw.writeHead(304, head.known.concat(own)).end()
  const write = (bytes: Buffer) => void raw.writeHead(200, head.whole.concat('content-length', String(bytes.length), own)).end(bytes)
  const form = formOf(answer, encoding)
  if (Buffer.isBuffer(form)) write(form)
  else form.then(write, (error: Error) => raw.destroy(error))
}

/** The same for an answer on its usual way: sets headers, answers the bytes. */
export async function dress(request: FastifyRequest, reply: FastifyReply, answer: Answer, status: string): Promise<Buffer | null> {
  const { encoding, head, isKnown } = choose(answer, request.headers)
  for (const name of Object.keys(reply.getHeaders())) if (!ofOneRequest.has(name)) reply.removeHeader(name)
  setEach(reply, isKnown ? head.known : head.whole)
  reply.headers({ 'cache-control': caching(request.server.config, request.url, status), 'cache-status': status })
  if (!isKnown) return await formOf(answer, encoding)
  reply.code(304)
  return null
}

const ofOneRequest = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy'])
const ofOneForm = new Set(['vary', 'etag', 'content-encoding', 'content-length', 'cache-control', 'cache-status'])

/** The headers of an answer on its way that belong to all its forms, whoever asks. */
export function headersToKeep(reply: FastifyReply): Record<string, string> {
  const kept = Object.entries(reply.getHeaders()).filter(([name]) => !ofOneRequest.has(name) && !ofOneForm.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}

/** In which form this one gets the answer, or whether he has it already. */
function choose(answer: Answer, { 'accept-encoding': accepted, 'if-none-match': known }: IncomingHttpHeaders) {
  const encoding = encodingFor(accepted?.toString())
  const head = headOf(answer, encoding)
  return { encoding, head, isKnown: known !== undefined && namesTag(known, head.tag) }
}

/** Made once for each form: to put headers together takes longer than to send them. */
function headOf(answer: Answer, encoding: Encoding): Head {
  const made = answer.heads.get(encoding)
  if (made) return made
  const tag = entityTag(answer.digest, encoding)
  const ofForm = ['vary', 'accept-encoding', 'etag', tag, ...(encoding === 'identity' ? [] : ['content-encoding', encoding])]
  const all = [...Object.entries(answer.headers).flat(), ...ofForm]
  const head = { tag, whole: all, known: pairs(all).flatMap((pair) => (goesWith304(pair[0]) ? pair : [])) }
  answer.heads.set(encoding, head)
  return head
}

/** Whoever knows the answer has its headers too: what a 304 repeats is what caches go by, and who may read it (RFC 9110, 15.4.5). */
const goesWith304 = (name: string): boolean => name === 'vary' || name === 'etag' || name.startsWith('access-control-')

function setEach(reply: FastifyReply, flat: string[]): void {
  for (const [name, value] of pairs(flat)) reply.header(name, value)
}

function pairs(flat: string[]): [string, string][] {
  return flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] as string] as [string, string]] : []))
}

/** Browsers ask each time; caches on the way for some seconds, and for longer where they are told of changes. */
function caching(config: App['config'], url: string, status: string): string {
  if (status === staleStatus) return 'no-store'
  const seconds = config.cdnPurge !== undefined && isPurged(url) ? 300 : 10
  return `public, max-age=0, s-maxage=${seconds}, stale-if-error=60`
}
