import { type FetchQueryOptions, hashKey, type QueryClient } from '@tanstack/react-query'
import type { ApiClient } from './api-client.ts'
import { createQueryClient } from './query-client.ts'

/**
 * A query cache for one rendering on the server. What a page shows is asked for once, and not again when it fails. Nobody watches it
 * and nobody goes away meanwhile: what the library does for retries and for being stopped took a tenth of the time of a page, and its key
 * of a query is made once of the four times.
 */
export function createServerQueryClient(api: ApiClient): QueryClient {
  const client = createQueryClient(api)
  const asked = new Map<string, Promise<unknown>>()
  const fetchQuery = (options: FetchQueryOptions): Promise<unknown> => {
    const queryHash = hashKey(options.queryKey)
    const answer = asked.get(queryHash) ?? read(client, { ...options, queryHash })
    asked.set(queryHash, answer)
    return answer
  }
  client.fetchQuery = fetchQuery as unknown as QueryClient['fetchQuery']
  client.ensureQueryData = fetchQuery as unknown as QueryClient['ensureQueryData']
  return client
}

const { signal } = new AbortController()

async function read(client: QueryClient, query: FetchQueryOptions): Promise<unknown> {
  const { queryKey, queryFn } = query
  if (typeof queryFn !== 'function') throw new Error(`The query ${hashKey(queryKey)} asks for nothing.`)
  const data = await queryFn({ client, queryKey, signal, meta: undefined })
  client.getQueryCache().build(client, query).setData(data)
  return data
}
