import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { type Answer, type AnswerCache, createAnswerCache, passingAnswer, toAnswer } from '../lib/answer-cache.ts'
import { cacheStatus, staleStatus } from '../lib/cache-status.ts'
import { ownText } from '../lib/own-bytes.ts'
import { createSharedLoads, type SharedLoads } from '../lib/shared-loads.ts'
import { answerFirst } from './answer-first.ts'
import { dress, dressInstead, headersToKeep, sendKept } from './send-answer.ts'

/** A request that is on its way to the database for everybody who asks the same. */
export interface Load {
  key: string
  /** On which generations were told when it began. */
  connection: number
  /** Lets those go on who wait for it. */
  land(): void
}

interface Reading {
  newReads(): FastifyRequest['delivery']
  readGeneration(): Promise<number>
}

interface Parts {
  cache: AnswerCache
  loads: SharedLoads
  /** Whether the database is known to be away. */
  isAway(): boolean
  /** Of every load; undefined of one that was refused before it asked the database. */
  noteOutcome(isOutage: boolean | undefined): void
}

/**
 * Answers what stays the same until something changes from memory. For routes with `config: { cached: true }`, or `{ cached: keyOf }` where
 * not all of the address matters; they read through `request.delivery`. An answer is kept under the generation of what it was read from,
 * and given as long as the database tells of no newer one; whoever asks for the same at the same time waits for the same load. While the
 * database is away, answers of the last hour are given, and say so. All have entity tags, and come compressed where that is taken.
 *
 * Registered before all other hooks: what is known needs none of them.
 */
export function cachedAnswers(reading: Reading) {
  return fastifyPlugin(async (app) => register(app, reading))
}

function register(app: FastifyInstance, reading: Reading): void {
  const cache = createAnswerCache(app.config.cacheMegabytes * 1_000_000)
  const parts = { cache, loads: createSharedLoads(), ...watchOutages(app) }
  listen(app, cache)
  decorate(app, cache, reading)
  answerFirst(app, cache)

  app.addHook('onRequest', (request, reply, done) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    // Who reads less than everybody reads for himself.
    const found = isReading && !request.client?.unitId ? cache.find(request.url) : undefined
    if (found) return sendKept(request.server, request, reply.hijack().raw, found, cacheStatus(found, 'hit'))
    const { cached } = request.routeOptions.config
    if (!isReading || !cached) return done()
    const key = cached === true ? request.url : cached(request.url, request.client)
    if (key === undefined) return done()
    const answerOrGoOn = () => answerOrBegin(parts, request, reply, key) || done()
    // What others bring is of no use where nobody could say that it is still true.
    const underWay = cache.isHearing() ? parts.loads.waitFor(key) : undefined
    if (underWay) underWay.then(answerOrGoOn).catch(done)
    else answerOrGoOn()
  })

  const keep = async (request: FastifyRequest, reply: FastifyReply, payload: unknown) =>
    request.load ? await keepSent(parts, request.load, { request, reply, payload }) : payload
  // First of a route's own, thus after those of its scope, which set headers. Scopes may say `cached` after this.
  app.addHook('onRoute', (route) => {
    const before = [route.onSend ?? []].flat()
    if (!before.includes(keep)) route.onSend = [keep, ...before]
  })
}

/** Answers what somebody else has brought meanwhile, or what is known while the database is away; else the request becomes a load. */
function answerOrBegin({ cache, loads, isAway }: Parts, request: FastifyRequest, reply: FastifyReply, key: string): boolean {
  const found = cache.find(key)
  const stale = !found && isAway() ? cache.findStale(key) : undefined
  const answer = found ?? stale
  if (answer) {
    sendKept(request.server, request, reply.hijack().raw, answer, stale ? staleStatus : cacheStatus(answer, 'hit'))
    return true
  }
  request.load = { key, connection: cache.connection(), land: loads.begin(key) }
  // Whatever becomes of this one, others go on.
  reply.raw.once('close', request.load.land)
  return false
}

interface Sent {
  request: FastifyRequest
  reply: FastifyReply
  payload: unknown
}

async function keepSent({ cache, noteOutcome }: Parts, load: Load, { request, reply, payload }: Sent): Promise<unknown> {
  try {
    // A page is made also of what is stale, and then is so itself.
    const isStale = request.delivery.isStale()
    const isOutage = isStale || reply.statusCode === 503
    noteOutcome(isOutage || (request.delivery.validity() ? false : undefined))
    const stale = isOutage ? cache.findStale(load.key) : undefined
    if (stale) return await dressInstead(request, reply, stale, staleStatus)
    if (isStale) reply.headers({ 'cache-control': 'no-store', 'cache-status': staleStatus })
    const answer = toKeep(cache, { request, reply, payload })
    if (!answer) return payload
    cache.keep(load.key, answer, load.connection)
    return await dress(request, reply, answer, cacheStatus(answer, 'fwd=miss'))
  } finally {
    load.land()
  }
}

/** Successes that are the same for everybody; what says that it may be kept nowhere is kept nowhere. */
function toKeep({ keepsAny }: AnswerCache, { request: { delivery, whenGiven }, reply, payload }: Sent): Answer | undefined {
  const validity = delivery.validity()
  const isPrivate = String(reply.getHeader('cache-control')).includes('no-store')
  if (reply.statusCode !== 200 || typeof payload !== 'string' || isPrivate || !validity) return undefined
  const bytes = ownText(payload)
  return keepsAny ? toAnswer(headersToKeep(reply), bytes, validity, whenGiven ?? undefined) : passingAnswer(bytes, validity)
}

/** Asked again and again, a database that has gone would keep everybody waiting: then one at a time tries whether it is back. */
function watchOutages({ signals }: FastifyInstance): Pick<Parts, 'isAway' | 'noteOutcome'> {
  let outage: number | undefined
  let isTried = false
  return {
    isAway() {
      if (signals.isConnected() || outage === undefined) return false
      if (isTried || performance.now() < outage + 1000) return true
      isTried = true
      return false
    },
    noteOutcome(isOutage) {
      if (isOutage !== undefined) outage = isOutage ? performance.now() : undefined
      isTried = false
    },
  }
}

/** Hears what is told from when the application listens: one that is asked only from within reads everything anew. */
function listen(app: FastifyInstance, cache: AnswerCache): void {
  let stop: (() => void) | undefined
  app.addHook('onListen', async () => {
    if (app.config.cacheMegabytes === 0) return
    stop = app.signals.subscribe('public_generation', (told) => {
      if (told === undefined) return cache.turn(app.signals.isConnected())
      const [generation, isTaken] = told.split(' ')
      cache.hear(Number(generation), isTaken !== undefined)
    })
  })
  app.addHook('onClose', async () => stop?.())
}

const reads = Symbol('reads')

function decorate(app: FastifyInstance, cache: AnswerCache, { newReads, readGeneration }: Reading): void {
  app.decorate('catchUp', async () => {
    if (cache.isHearing()) cache.hear(await readGeneration())
  })
  app.decorate('findKept', cache.find)
  app.decorateRequest('load', null)
  app.decorateRequest('whenGiven', null)
  app.decorateRequest('delivery', {
    getter() {
      const request = this as FastifyRequest & { [reads]?: FastifyRequest['delivery'] }
      request[reads] ??= newReads()
      return request[reads]
    },
  })
}
