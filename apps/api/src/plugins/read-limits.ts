import { Socket } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { ProblemError } from '../errors.ts'

/** Twenty a second, in bursts of two hundred: a carrier puts thousands of phones behind one address. */
const mostOfAddress = 200
/** A key has fifty a second, or what was agreed with its portal. */
const secondlyOfKey = 50
const seconds = 10

function mostOf({ client }: FastifyRequest): number {
  return client ? (client.requestsPerSecond ?? secondlyOfKey) * seconds : mostOfAddress
}

/**
 * Limits reads that reach the database, by key or else by the address of whoever asks, on each process; what is answered from memory is
 * free, and what costs more counts as several: `config: { reads: 2 }`. A network of IPv6 counts as one address: each household has as many
 * as it likes.
 * What is left is said as the draft of the IETF for RateLimit fields has it. After `cachedAnswers`, which tells the two apart, and
 * `callerAddress`.
 */
export const readLimits = fastifyPlugin(async (app) => {
  if (!app.config.limitsReads) return
  await app.register(rateLimit, { global: false, timeWindow: seconds * 1000, cache: 20_000, ipv6Subnet: 64 })
  const ofAddress = app.createRateLimit({ max: mostOfAddress })
  const ofKey = app.createRateLimit({ max: mostOf, keyGenerator: ({ client, ip }) => client?.keyId ?? ip })
  // The first that comes after all `onRequest` hooks: scripts of other origins may read a refusal too, and it has its id.
  app.addHook('preParsing', async (request, reply) => {
    // What pages ask within the process was counted with the page.
    if (!(request.load || request.client) || !(request.raw.socket instanceof Socket)) return
    const take = request.client ? ofKey : ofAddress
    const { reads = 1 } = request.routeOptions.config
    let taken = await take(request)
    for (let more = typeof reads === 'number' ? reads : reads(request.url); more > 1; more -= 1) taken = await take(request)
    if (taken.isAllowed) return
    reply.headers({
      'ratelimit-policy': `"reads";q=${mostOf(request)};w=${seconds}`,
      ratelimit: `"reads";r=${taken.remaining};t=${taken.ttlInSeconds}`,
    })
    if (taken.isExceeded) throw new ProblemError('too_many_requests', {}, taken.ttlInSeconds)
  })
})
