import type { ArticleCard } from '@bantin/shared/articles'
import { queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** The titles of articles by their ids, of those that are public now. */
export function relatedTitlesQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['articles', 'titles', ids],
    queryFn: async ({ client, signal }) => {
      const { data } = await apiOf(client).get<PageOf<ArticleCard>>('/articles', { query: { ids: ids.join(',') }, signal })
      return data.map(({ id, title }) => ({ id, name: title }))
    },
  })
}
