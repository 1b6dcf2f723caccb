import type { TitleQuery, Titles } from '@bantin/shared/titles'
import { queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../../lib/query-client.ts'

/** Who has which title on a day. */
export function titlesQuery(query: TitleQuery) {
  return queryOptions({
    queryKey: ['editorial', 'appointments', query],
    queryFn: ({ client, signal }) => apiOf(client).get<Titles>('/editorial/appointments', { query, signal }),
    staleTime: 60_000,
  })
}
