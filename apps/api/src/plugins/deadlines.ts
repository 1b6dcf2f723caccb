import { errorCodes, type FastifyReply } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

/** So long a handler may take, in milliseconds. */
const longest = 8000

/**
 * Answers 503 where a handler takes too long, or ends what has been begun to be sent. All that are under way stand in the order in which they
 * came, and one timer looks at the oldest, sixteen times in that time. Fastify's `handlerTimeout` makes a timer, a signal and, at the end of
 * each request, an error for it: an eighth of what an article from the database takes of this process. Routes that may take longer have that,
 * and are not looked at here. Registered first, because waiting in a hook counts too.
 */
export function deadlines(most = longest) {
  return fastifyPlugin(async (app) => {
    const underWay = new Map<FastifyReply, number>()
    const looking = setInterval(() => endOverdue(underWay, most), most / 16)
    looking.unref()
    app.addHook('onClose', async () => clearInterval(looking))
    app.addHook('onRequest', (request, reply, done) => {
      if (!request.routeOptions.handlerTimeout) underWay.set(reply, performance.now())
      done()
    })
    app.addHook('onResponse', (_request, reply, done) => {
      underWay.delete(reply)
      done()
    })
  })
}

/** Whoever has gone meanwhile is dropped as well: of them nobody says that they are answered. */
function endOverdue(underWay: Map<FastifyReply, number>, most: number): void {
  const due = performance.now() - most
  for (const [reply, began] of underWay) {
    if (began > due) return
    underWay.delete(reply)
    if (reply.sent) continue
    const late = new errorCodes.FST_ERR_HANDLER_TIMEOUT(most, reply.request.url)
    if (reply.raw.headersSent) reply.raw.destroy(late)
    else reply.send(late)
  }
}
