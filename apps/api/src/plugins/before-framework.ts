import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * Has `first` look at each request before the framework has begun, which costs more than all the rest of what is small. It says whether it
 * sees to the request; if not after all, it calls what is returned here. Requests from within come by the framework's way, as do those of
 * a second address that is listened at, and those that are left when it closes.
 */
export function beforeFramework(app: FastifyInstance, first: (...asked: Parameters<RequestListener>) => boolean): RequestListener {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  const others = app.server.listeners('request') as RequestListener[]
  const goOn = (raw: IncomingMessage, reply: ServerResponse) => {
    for (const listener of others) listener(raw, reply)
  }
  app.server.removeAllListeners('request')
  app.server.on('request', (raw, reply) => {
    if (isClosing || !first(raw, reply)) goOn(raw, reply)
  })
  return goOn
}
