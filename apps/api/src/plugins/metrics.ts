import { createHash, timingSafeEqual } from 'node:crypto'
import fastifyPlugin from 'fastify-plugin'
import type { Gauge } from 'prom-client'
import { ProblemError } from '../errors.ts'

/** One number to be read when it is asked for. */
export interface Reading {
  name: string
  help: string
  read: () => Promise<number>
}

/**
 * `/metrics` in the text format of Prometheus: those of the process, and the readings of features. Only for whoever sends
 * `METRICS_TOKEN` as bearer; without that variable there is nothing here.
 */
export function metrics(readings: Reading[]) {
  return fastifyPlugin(async (app) => {
    const { metricsToken } = app.config
    if (metricsToken === undefined) return
    const { collectDefaultMetrics, Gauge, Registry } = await import('prom-client')
    const register = new Registry()
    collectDefaultMetrics({ register, prefix: 'bantin_' })
    for (const { name, help, read } of readings) {
      const collect = async function (this: Gauge) {
        this.set(await read())
      }
      register.registerMetric(new Gauge({ name, help, registers: [], collect }))
    }
    app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
      if (!isSame(request.headers.authorization ?? '', `Bearer ${metricsToken}`)) throw new ProblemError('unauthorized')
      return reply
        .type(register.contentType)
        .header('cache-control', 'no-store')
        .send(await register.metrics())
    })
  })
}

/** Compared as hashes, which have one length and say nothing by the time it takes. */
function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(expected))
}
