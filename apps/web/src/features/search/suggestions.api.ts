import type { Suggestions } from '@bantin/shared/search'
import { queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

/** Fewer letters begin nearly everything: the API says nothing to them. */
export const shortestTyped = 2

/** What may be meant by what was typed so far. Nobody is told of a failure. */
export function suggestionsQuery(typed: string) {
  return queryOptions({
    queryKey: ['suggestions', typed],
    enabled: typed.length >= shortestTyped,
    staleTime: 60_000,
    retry: false,
    queryFn: async ({ client, signal }) => (await apiOf(client).get<Suggestions>('/search/suggest', { query: { q: typed }, signal })).data,
  })
}
