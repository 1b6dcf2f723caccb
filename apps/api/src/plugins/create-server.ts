import { randomUUID } from 'node:crypto'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify'
import { readableAddress } from '../lib/readable-address.ts'
import { uploadTimeout } from '../lib/upload.ts'
import { answerBroken } from './broken-requests.ts'

interface ServerParts {
  config: FastifyInstance['config']
  logger?: FastifyServerOptions['logger']
}

/** The bare server with all limits of time and size, before anything is registered. */
export function createServer({ config, logger }: ServerParts) {
  return fastify({
    logger: logger ?? { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    clientErrorHandler: (error, socket) => answerBroken(error, socket, config.publicUrl),
    genReqId: () => randomUUID(),
    rewriteUrl: ({ url = '' }) => readableAddress(url),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    bodyLimit: 1_048_576,
    connectionTimeout: 30_000,
    // Of files that come in over slow lines; slowRequests sees to everything else.
    requestTimeout: uploadTimeout,
    http: { headersTimeout: 30_000 },
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, caseSensitive: true },
  }).withTypeProvider<TypeBoxTypeProvider>()
}
