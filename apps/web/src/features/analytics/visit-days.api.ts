import type { VisitDays } from '@bantin/shared/analytics'
import { queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'
import { countsKey } from './analytics.api.ts'

/** The visits of the last thirty days, at most some seconds old. */
export function visitDaysQuery() {
  return queryOptions({
    queryKey: [...countsKey, 'days'],
    queryFn: ({ client, signal }) => apiOf(client).get<VisitDays>('/analytics/days', { signal }),
  })
}
