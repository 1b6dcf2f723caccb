import type { ArticleFigures } from '@bantin/shared/analytics-panels'
import { queryOptions, useQueries } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

export type ArticleFigure = ArticleFigures['data'][number]

/** How many articles are asked for at once. */
const atOnce = 50

/** How often these articles were read since the beginning, as far as that is known by now; a list may be without. */
export function useArticleFigures(ids: readonly string[]): (id: string) => ArticleFigure | undefined {
  const asked = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, chunk) => ids.slice(chunk * atOnce, (chunk + 1) * atOnce))
  const figures = useQueries({
    queries: asked.map(articleFiguresQuery),
    combine: (found) => new Map(found.flatMap(({ data = [] }) => data).map((one) => [one.id, one])),
  })
  return (id) => figures.get(id)
}

function articleFiguresQuery(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['editorial', 'analytics', 'article-figures', ids],
    staleTime: 5 * 60_000,
    queryFn: async ({ client, signal }) => {
      const query = { ids: ids.join(',') }
      return (await apiOf(client).get<ArticleFigures>('/editorial/analytics/article-figures', { query, signal })).data
    },
  })
}
