import type { Settings } from '@bantin/shared/settings'
import { queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

/** How articles come to be published. For those who may read the settings. */
export function settingsQuery() {
  return queryOptions({
    queryKey: ['editorial', 'settings'],
    queryFn: ({ client, signal }) => apiOf(client).get<Settings>('/editorial/settings', { signal }),
  })
}
