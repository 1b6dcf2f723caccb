import { Changes, ChangesQuery } from '@bantin/shared/changes'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../../errors.ts'
import { openWaitingRoom } from '../../lib/waiting-room.ts'
import { sendJson } from '../send-json.ts'
import { changesPage, type FindArticles } from './changes-page.ts'
import { waitForChanges } from './wait-for-changes.ts'

const description =
  'Read on with `cursor` while there is `more`. With a key that is of one unit it has what that unit and those below it publish; with any ' +
  'key `wait` keeps the answer back until something comes.'

/** Longer than the longest wait, and no longer than a connection may be silent. */
const handlerTimeout = 30_000

/** What was published, changed and taken away, in order of commit. */
export function changesRoutes(findArticles: FindArticles): FastifyPluginAsyncTypebox {
  return async (app) => {
    const room = openWaitingRoom({ ...app.signals, subscribe: (heard) => hearOf(app, heard) })
    app.addHook('preClose', async () => room.close())

    const summary = 'What changed since a cursor'
    const schema = { tags: ['delivery'], summary, description, querystring: ChangesQuery, response: { 200: Changes } }
    app.get('/changes', { schema, config: { cached: keptUnder }, handlerTimeout }, async (request, reply) => {
      const { delivery, client, signal } = request
      const { wait: seconds, ...query } = request.query
      if (seconds !== undefined && !client) throw new ProblemError('key_needed', { detail: 'Only portals with a key may wait.' })
      // Else a cache on the way would give a portal of one unit what it has of everything.
      reply.header('vary', 'authorization')
      if (seconds !== undefined || client?.unitId) reply.header('cache-control', 'private, no-store')
      const readArticles = (ids: string[]) => findArticles(delivery, app.config.publicUrl, ids)
      const read = (cursor = query.cursor) =>
        changesPage(delivery, readArticles, { ...query, ...(cursor !== undefined && { cursor }) }, client?.unitId)
      const opensStill = () => app.opensStill(request)
      const page = seconds && client ? await waitForChanges({ room, keyId: client.keyId, opensStill, signal, seconds }, read) : await read()
      return sendJson(reply, page.json)
    })
  }
}

/** Whoever waits hears of what is new, and of keys that end. */
function hearOf({ signals }: Pick<FastifyInstance, 'signals'>, heard: () => void): () => void {
  const ends = [signals.subscribe('public_generation', heard), signals.subscribe('api_clients', heard)]
  return () => {
    for (const end of ends) end()
  }
}

/**
 * Everybody's answers, that is: not those of one unit, and not those for which somebody waits. Names in an address may be written with `%` too:
 * nobody else waits for those.
 */
function keptUnder(url: string, client: { unitId: string | null } | null): string | undefined {
  return client?.unitId || /[?&](wait=|[^=&]*%)/.test(url) ? undefined : url
}
