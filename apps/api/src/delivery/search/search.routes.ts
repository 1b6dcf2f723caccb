import { SearchQuery, SearchResults, SuggestionQuery, Suggestions } from '@bantin/shared/search'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { takeTurns } from '../../lib/take-turns.ts'
import { asQuery } from '../as-query.ts'
import { sendJson } from '../send-json.ts'
import { type ArticlesSide, type AskedOnce, search } from './search-page.ts'
import { suggest } from './suggestions.queries.ts'

/** Answers how to count a search by a reader: once for each time that its answer is given, from memory too. */
export type CountingOf = (search: AskedOnce & { q: string }) => () => void

/** Some searches ask for much: they may not take all ten connections, or lists and pages would have none. */
const oneOfFew = takeTurns({ atOnce: 3, waiting: 50 })

/** Searching published articles, and what may be meant while somebody types. */
export const searchRoutes =
  (articles: ArticlesSide, countingOf: CountingOf): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { publicUrl } = app.config
    const tags = ['delivery']

    const found = { tags, summary: 'Articles that have these words', querystring: SearchQuery, response: { 200: SearchResults } }
    app.get('/search', { schema: found, config: { reads: 2 } }, async (request, reply) => {
      const { delivery, query, method, signal } = request
      const parts = { baseUrl: publicUrl, cursors: app.cursors, query, articles }
      const { json, next, asked } = await oneOfFew(() => search(delivery, parts), signal)
      if (asked) request.whenGiven = countingOf({ ...asked, q: query.q })
      if (method === 'GET') request.whenGiven?.()
      if (next) reply.header('link', `<${publicUrl}/api/v1/search?${asQuery({ ...query, cursor: next })}>; rel="next"`)
      return sendJson(reply, json)
    })

    const typed = { tags, summary: 'Titles and names that go on so', querystring: SuggestionQuery, response: { 200: Suggestions } }
    app.get('/search/suggest', { schema: typed }, async ({ delivery, query }, reply) =>
      sendJson(reply, JSON.stringify({ data: await suggest(delivery, publicUrl, query.q) })),
    )
  }
