import type { AnalyticsSummary, Hit } from '@bantin/shared/analytics'
import { queryOptions } from '@tanstack/react-query'
import type { ApiClient } from '../../lib/api-client.ts'
import { apiOf } from '../../lib/query-client.ts'

/** What all keys of counts begin with: they are asked for again together. */
export const countsKey = ['analytics', 'counts'] as const

/** The four public counters, at most some seconds old. */
export function summaryQuery() {
  return queryOptions({
    queryKey: [...countsKey, 'summary'],
    queryFn: ({ client, signal }) => apiOf(client).get<AnalyticsSummary>('/analytics/summary', { signal }),
  })
}

/** Counts one page view; resolves when it is committed. */
export function sendHit(api: ApiClient, hit: Hit): Promise<void> {
  return api.send('POST', '/analytics/hits', { body: hit, keepalive: true })
}

/** Says that this page is still being read. */
export function sendHeartbeat(api: ApiClient): Promise<void> {
  return api.send('POST', '/analytics/heartbeats', { body: {}, keepalive: true })
}
