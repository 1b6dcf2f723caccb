import type { ArticleCard } from '@bantin/shared/articles'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { formatDate } from '../../../lib/format.ts'
import type { PageOf } from '../../../lib/page-of.ts'
import { apiOf } from '../../../lib/query-client.ts'

/** The public articles to send readers on to, the newest first, by title and day. */
export function redirectTargetsQuery() {
  return infiniteQueryOptions({
    queryKey: ['articles', 'targets'],
    queryFn: async ({ client, signal, pageParam }) => {
      const query = { limit: 100, cursor: pageParam }
      const { data, page } = await apiOf(client).get<PageOf<ArticleCard>>('/articles', { query, signal })
      return {
        items: data.map(({ id, title, publishedAt }) => ({ id, title, name: `${title} · ${formatDate(publishedAt)}` })),
        next: page.next,
      }
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}
