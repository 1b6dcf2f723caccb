import type { Article, ArticleCard, ArticleListQuery } from '@bantin/shared/articles'
import { queryOptions } from '@tanstack/react-query'
import { lookUp } from '../../lib/lookup.ts'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'
import { toSummary } from './article-summary.ts'

/** An article as the site reads it: with its text as HTML, without the editor's form of it. */
export type PublicArticle = Omit<Article, 'body'>

/** One article by its slug, or by an old slug that leads to it. */
export function articleQuery(slug: string) {
  return queryOptions({
    queryKey: ['articles', 'one', slug],
    queryFn: ({ client, signal }) => lookUp(readArticle(apiOf(client).get<Article>(`/articles/${encodeURIComponent(slug)}`, { signal }))),
  })
}

/** The newest articles that match. */
export function articlesQuery(filters: ArticleListQuery) {
  return queryOptions({
    queryKey: ['articles', 'list', filters],
    queryFn: async ({ client, signal }) => {
      const { data, page } = await apiOf(client).get<PageOf<ArticleCard>>('/articles', { query: filters, signal })
      return { articles: data.map(toSummary), next: page.next }
    },
  })
}

async function readArticle(request: Promise<Article>): Promise<PublicArticle> {
  const { body: _editorsForm, ...article } = await request
  return article
}
