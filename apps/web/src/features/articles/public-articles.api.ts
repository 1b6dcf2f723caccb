import type { ArticleCard } from '@bantin/shared/articles'
import { maxQueryLength, maxTerms } from '@bantin/shared/search/query'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { formatDate } from '../../lib/format.ts'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** The public articles in which these words stand, without any all of them: the newest first, by title and day. */
export function publicArticlesQuery(text: string) {
  const q = text.split(/\s+/).slice(0, maxTerms).join(' ').slice(0, maxQueryLength).trim()
  return infiniteQueryOptions({
    queryKey: ['articles', 'public', q],
    queryFn: async ({ client, signal, pageParam }) => {
      // By date it is no search of a reader, and not counted as one.
      const [path, asked] = q ? ['/search', { q, sort: '-publishedAt', limit: 40 }] : ['/articles', { limit: 100 }]
      const { data, page } = await apiOf(client).get<PageOf<ArticleCard>>(path, { query: { ...asked, cursor: pageParam }, signal })
      return {
        items: data.map(({ id, title, publishedAt }) => ({ id, title, name: `${title} · ${formatDate(publishedAt)}` })),
        next: page.next,
      }
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
}
