import { EditorialEvents, EventsQuery } from '@bantin/shared/editorial-events'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { openWaitingRoom } from '../../lib/waiting-room.ts'
import { pollEvents } from './events.service.ts'

/** What happens at the desk, for desks that are open. */
export const eventsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const room = openWaitingRoom({ ...app.signals, subscribe: (heard) => app.signals.subscribe('editorial_events', heard) })
  app.addHook('preClose', async () => room.close())

  const schema = {
    tags: ['editorial'],
    summary: 'What was done with articles that you may read, and with files of the library',
    description: 'A long poll: with `wait` the answer comes when something happens, and after so many seconds in any case.',
    querystring: EventsQuery,
    response: { 200: EditorialEvents },
  }
  // Longer than the longest wait, and no longer than a connection may be silent.
  app.get('/events', { schema, handlerTimeout: 30_000, exposeHeadRoute: false }, (request) => {
    const { actor, session, signal } = request
    return pollEvents(app.db, room, { actor, session, signal }, request.query)
  })
}
