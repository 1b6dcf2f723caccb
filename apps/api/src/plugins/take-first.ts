import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, RouteOptions } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { whenAsked } from '../lib/when-asked.ts'
import { beforeFramework } from './before-framework.ts'
import { cleanBody } from './clean-text.ts'
import { noteFailure, problemAnswer } from './problems.ts'
import { securityHeadersOf } from './security-headers.ts'

type Take = NonNullable<RouteOptions['config']>['take'] & {}

interface Taking {
  take: Take
  bodyLimit: number
  /** The body as its schema has it, or undefined. */
  read(bytes: Buffer): unknown
}

/**
 * Takes small bodies that are only acknowledged before the framework has begun, which took four times as long as to take them. For routes
 * with `config: { take }`, whose handler does the same for all else: whatever is out of the ordinary is left to the framework as it came,
 * so that there is one place that knows how to refuse it.
 *
 * A body has to be there with its headers, in one piece: who sends it slowly is waited for by the framework, for so long and no longer.
 */
export const takeFirst = fastifyPlugin(async (app) => {
  const takings = new Map<string, Taking>()
  app.addHook('onRoute', (route) => {
    if (route.config?.take) takings.set(route.url, takingOf(app, route, route.config.take))
  })
  const head = Object.entries(securityHeadersOf(app.config).places).flat()

  const goOn = beforeFramework(app, (raw, reply) => {
    const taking = raw.method === 'POST' ? takings.get(raw.url as string) : undefined
    const length = taking && lengthOf(raw.headers)
    if (!length || length > taking.bodyLimit || app.isPressed()) return false
    // Node tells of the headers first, then of what came with them.
    process.nextTick(() => {
      const body = readWhole(raw, length, taking)
      if (body === undefined) goOn(raw, reply)
      else void take(app, taking, body, { raw, reply, head })
    })
    return true
  })
})

function takingOf(app: FastifyInstance, { method, url, schema, bodyLimit = 0 }: RouteOptions, take: Take): Taking {
  const compile = app.validatorCompiler
  if (method !== 'POST' || !schema?.body || !compile) throw new Error(`${url} cannot be taken first.`)
  const check = whenAsked(() => compile({ schema: schema.body, method, url, httpPart: 'body' }))
  return {
    take,
    bodyLimit,
    read(bytes) {
      try {
        const checked = check()(cleanBody(JSON.parse(bytes.toString())))
        return typeof checked === 'object' && 'value' in checked ? checked.value : undefined
      } catch {
        return undefined
      }
    },
  }
}

/** How many bytes of JSON come behind the headers, of a request that says so in the ordinary way. */
function lengthOf(headers: IncomingHttpHeaders): number | undefined {
  if (headers['content-type'] !== 'application/json' || headers['transfer-encoding'] || headers.expect) return undefined
  return Number(headers['content-length'])
}

/** The body, if it is here and in order. Else it is left where it was. */
function readWhole(raw: IncomingMessage, length: number, taking: Taking): unknown {
  const bytes = raw.read() as Buffer | null
  const body = bytes?.length === length ? taking.read(bytes) : undefined
  if (bytes && body === undefined) raw.unshift(bytes)
  return body
}

interface Asked {
  raw: IncomingMessage
  reply: ServerResponse
  head: string[]
}

/** All that goes wrong is an answer: nobody is there to catch it. */
async function take(app: FastifyInstance, { take }: Taking, body: unknown, { raw, reply, head }: Asked): Promise<void> {
  // To its end, of which nobody else hears.
  raw.resume()
  const id = randomUUID()
  const own = ['x-request-id', id, ...head]
  try {
    await take(body, app.callerOf(raw))
    reply.writeHead(204, own).end()
  } catch (error) {
    noteFailure(app.log, error, id)
    const { status, headers, body } = problemAnswer(error, app.config.publicUrl)
    reply.writeHead(status, [...own, ...Object.entries(headers).flat(), 'content-length', String(Buffer.byteLength(body))]).end(body)
  }
}
