import type { Author } from '@bantin/shared/authors'
import { queryOptions } from '@tanstack/react-query'
import { lookUp } from '../../lib/lookup.ts'
import { apiOf } from '../../lib/query-client.ts'

/** One author by slug. */
export function authorQuery(slug: string) {
  return queryOptions({
    queryKey: ['authors', 'one', slug],
    queryFn: ({ client, signal }) => lookUp(apiOf(client).get<Author>(`/authors/${encodeURIComponent(slug)}`, { signal })),
  })
}
