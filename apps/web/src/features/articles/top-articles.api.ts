import type { TopArticles, TopArticlesQuery } from '@bantin/shared/analytics'
import { queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'
import { toSummary } from './article-summary.ts'

const query: TopArticlesQuery = { period: 'week', limit: 10 }

/** The ten articles that had the most readers in the last seven days, the most first; without their sapos. */
export function topArticlesQuery() {
  return queryOptions({
    queryKey: ['articles', 'top', query],
    queryFn: async ({ client, signal }) => {
      const { data } = await apiOf(client).get<TopArticles>('/analytics/top', { query, signal })
      return data.map((card) => ({ ...toSummary(card), sapo: null }))
    },
  })
}
