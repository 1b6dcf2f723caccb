import type { Site } from '@bantin/shared/site'
import { queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

/** Who publishes the portal and under which rules. */
export function siteQuery() {
  return queryOptions({
    queryKey: ['site'],
    staleTime: 5 * 60_000,
    queryFn: ({ client, signal }) => apiOf(client).get<Site>('/site', { signal }),
  })
}
