import { type FetchQueryOptions, hashKey, type QueryClient } from '@tanstack/react-query'
import type { ApiClient } from './api-client.ts'
import { createQueryClient } from './query-client.ts'

/**
 * A query cache for one rendering on the server. What a page shows is asked for once, and not again when it fails. Nobody watches it
 * and nobody goes away meanwhile: what the library does for retries and for being stopped took a tenth of the time of a page.
 */
export function createServerQueryClient(api: ApiClient): QueryClient {
  const client = createQueryClient(api)
  const asked = new Map<string, Promise<unknown>>()
  const fetchQuery = (options: FetchQueryOptions): Promise<unknown> => {
    const key = hashKey(options.queryKey)
    const answer = asked.get(key) ?? read(client, options)
    asked.set(key, answer)
    return answer
  }
  client.fetchQuery = fetchQuery as unknown as QueryClient['fetchQuery']
  return client
}

const { signal } = new AbortController()

async function read(client: QueryClient, { queryKey, queryFn }: FetchQueryOptions): Promise<unknown> {
  if (typeof queryFn !== 'function') throw new Error(`The query ${hashKey(queryKey)} asks for nothing.`)
  const data = await queryFn({ client, queryKey, signal, meta: undefined })
  client.setQueryData(queryKey, data)
  return data
}
