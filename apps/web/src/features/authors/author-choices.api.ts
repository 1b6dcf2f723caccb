import type { Author } from '@bantin/shared/authors'
import { queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** All bylines to choose from. */
export function authorChoicesQuery() {
  return queryOptions({
    queryKey: ['authors', 'choices'],
    staleTime: 5 * 60_000,
    queryFn: async ({ client, signal }) => {
      const { data } = await apiOf(client).get<PageOf<Author>>('/authors', { signal })
      return data.map(({ id, name }) => ({ id, name }))
    },
  })
}
