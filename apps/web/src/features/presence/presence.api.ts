import type { ArticlePresence } from '@bantin/shared/article-presence'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

const address = (articleId: string) => `/editorial/articles/${articleId}/presence`

/** Says every twenty seconds that this person has the article open, while the page is in sight, and answers who else has. */
export function presenceQuery(articleId: string) {
  return queryOptions({
    queryKey: ['editorial', 'presence', articleId],
    queryFn: async ({ client, signal }) =>
      (await apiOf(client).send<ArticlePresence>('PUT', address(articleId), { body: {}, quiet: true, signal })).data,
    gcTime: 0,
    retry: false,
    refetchInterval: 20_000,
    refetchOnWindowFocus: 'always',
  })
}

/** Says that it is closed, also when the page goes away with it. Whoever cannot say so is forgotten after a minute. */
export async function leaveArticle(client: QueryClient, articleId: string): Promise<void> {
  await apiOf(client)
    .send('DELETE', address(articleId), { quiet: true, keepalive: true })
    .catch(() => undefined)
}
