import type { Category } from '@bantin/shared/categories'
import { queryOptions } from '@tanstack/react-query'
import { onceOf } from '../../lib/once-of.ts'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** A category as the menus need it. */
export type CategoryLine = Pick<Category, 'slug' | 'name' | 'parentId'>

/** The portal's categories in the order of its menu. */
export function categoriesQuery() {
  return queryOptions({
    queryKey: ['categories', 'list'],
    staleTime: 5 * 60_000,
    queryFn: async ({ client, signal }) => lines(await apiOf(client).get<PageOf<Category>>('/categories', { signal })),
  })
}

const lines = onceOf(({ data }: PageOf<Category>) => data.map(({ slug, name, parentId }): CategoryLine => ({ slug, name, parentId })))
