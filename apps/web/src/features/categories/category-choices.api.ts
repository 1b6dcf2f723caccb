import type { Category } from '@bantin/shared/categories'
import { queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** All categories to choose from, in the order of the menu. */
export function categoryChoicesQuery() {
  return queryOptions({
    queryKey: ['categories', 'choices'],
    staleTime: 5 * 60_000,
    queryFn: async ({ client, signal }) => {
      const { data } = await apiOf(client).get<PageOf<Category>>('/categories', { signal })
      return data.map(({ id, name }) => ({ id, name }))
    },
  })
}
