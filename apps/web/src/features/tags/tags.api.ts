import type { ArticleCard } from '@bantin/shared/articles'
import { queryOptions } from '@tanstack/react-query'
import type { Lookup } from '../../lib/lookup.ts'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

export type Tag = ArticleCard['tags'][number]

/** A tag by its slug, as the newest article that carries it names it: the API has no tags apart. Without an article it is unknown. */
export function tagQuery(slug: string) {
  return queryOptions({
    queryKey: ['tags', 'one', slug],
    queryFn: async ({ client, signal }): Promise<Lookup<Tag>> => {
      const { data } = await apiOf(client).get<PageOf<ArticleCard>>('/articles', { query: { tag: slug, limit: 1 }, signal })
      const tag = data[0]?.tags.find((one) => one.slug === slug)
      return tag ? { found: tag } : { missing: 'unknown' }
    },
  })
}
