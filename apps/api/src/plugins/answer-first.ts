import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { AnswerCache } from '../lib/answer-cache.ts'
import { cacheStatus } from '../lib/cache-status.ts'
import { sendKept } from './send-answer.ts'

/**
 * What is known needs nothing of a server but that it is sent: it goes out before the framework has begun, which costs more than all the
 * rest. Requests from within come by the hook, as do those of a second address that is listened at, and those that are left when it closes.
 */
export function answerFirst(app: FastifyInstance, cache: AnswerCache): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  const others = app.server.listeners('request') as RequestListener[]
  app.server.removeAllListeners('request')
  app.server.on('request', (raw, reply) => {
    const { method = '', url = '', headers } = raw
    const found = !isClosing && (method === 'GET' || method === 'HEAD') ? cache.find(url) : undefined
    if (found) return sendKept(app, { id: randomUUID(), method, url, headers }, reply, found, cacheStatus(found, 'hit'))
    for (const listener of others) listener(raw, reply)
  })
}
