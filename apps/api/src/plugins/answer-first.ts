import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { AnswerCache } from '../lib/answer-cache.ts'
import { sentKey } from '../lib/api-key.ts'
import { cacheStatus } from '../lib/cache-status.ts'
import { beforeFramework } from './before-framework.ts'
import { sendKept } from './send-answer.ts'

/** What is known needs nothing of a server but that it is sent. What does not come this way finds it in a hook. */
export function answerFirst(app: FastifyInstance, cache: AnswerCache): void {
  beforeFramework(app, ({ method = '', url = '', headers }, reply) => {
    // Keys are asked for, and counted, by a hook.
    const isReading = (method === 'GET' || method === 'HEAD') && sentKey(headers) === undefined
    const found = isReading ? cache.find(url) : undefined
    if (found) sendKept(app, { id: randomUUID(), method, url, headers }, reply, found, cacheStatus(found, 'hit'))
    return found !== undefined
  })
}
