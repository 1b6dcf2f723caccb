import { Home, HomeInput } from '@bantin/shared/home'
import { object } from '@bantin/shared/object'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { callOf, sendAnswer } from '../../guarded/call.ts'
import { arrangeHome, readHome } from './home.service.ts'

const base = { tags: ['editorial'], querystring: object({}), response: { 200: Home } }

/** What the home page sets before everything else. */
export const homeRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const read = { ...base, summary: 'The articles that lead the home page, in their order' }
  app.get('/home', { schema: read }, async (request, reply) => sendAnswer(reply, await readHome(app.db, request.actor)))

  const arrange = {
    ...base,
    summary: 'Arrange the articles that lead the home page',
    description: 'All of them at once, each published. Needs the ETag that was read as `If-Match`: 428 without, 412 when it is stale.',
    body: HomeInput,
  }
  app.put('/home', { schema: arrange }, async (request, reply) =>
    sendAnswer(reply, await arrangeHome(app.db, callOf(request), request.body)),
  )
}
