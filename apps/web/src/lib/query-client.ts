import { QueryClient } from '@tanstack/react-query'
import type { ApiClient } from './api-client.ts'
import { isPassing } from './api-error.ts'

const apis = new WeakMap<QueryClient, ApiClient>()

/** A query cache whose queries and mutations ask the given API: in the browser one for each page load. */
export function createQueryClient(api: ApiClient): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        // Offline, a request fails at once and the page says so; waiting silently would look like a slow page.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always' },
    },
  })
  apis.set(client, api)
  return client
}

/** The API behind a cache, for use inside `queryFn` and `mutationFn`: `({ client, signal }) => apiOf(client).get(…)`. */
export function apiOf(client: QueryClient): ApiClient {
  const api = apis.get(client)
  if (!api) throw new Error('This query cache was not made by createQueryClient().')
  return api
}
