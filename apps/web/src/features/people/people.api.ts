import type { Person } from '@bantin/shared/people'
import { queryOptions } from '@tanstack/react-query'
import { lookUp } from '../../lib/lookup.ts'
import { apiOf } from '../../lib/query-client.ts'

/** Somebody who holds posts, by slug. */
export function personQuery(slug: string) {
  return queryOptions({
    queryKey: ['people', 'one', slug],
    queryFn: ({ client, signal }) => lookUp(apiOf(client).get<Person>(`/people/${encodeURIComponent(slug)}`, { signal })),
  })
}
