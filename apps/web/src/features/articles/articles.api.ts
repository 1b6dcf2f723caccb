import type { ArticleListQuery } from '@bantin/shared/article-list'
import type { Article, ArticleCard, NamedUnit } from '@bantin/shared/articles'
import { queryOptions } from '@tanstack/react-query'
import type { ApiClient } from '../../lib/api-client.ts'
import { ApiError } from '../../lib/api-error.ts'
import { lookUp } from '../../lib/lookup.ts'
import { onceOf } from '../../lib/once-of.ts'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'
import { toSummary } from './article-summary.ts'

/** An article as the site reads it: with its text as HTML, without the editor's form of it. */
export type PublicArticle = Omit<Article, 'body'>

/** What an article and a text that is not published have in common. */
export type ShownText = Pick<
  Article,
  'locale' | 'title' | 'kicker' | 'sapo' | 'hero' | 'bylines' | 'categories' | 'tags' | 'event' | 'source'
> & { units: (NamedUnit & Partial<Article['units'][number]>)[]; appointments?: Article['appointments'] }

/** One article by its slug, or by one that leads to it: an old one of its own, or that of an article it took the place of. */
export function articleQuery(slug: string) {
  return queryOptions({
    queryKey: ['articles', 'one', slug],
    queryFn: ({ client, signal }) => lookUp(readArticle(apiOf(client), slug, signal)),
  })
}

/** The newest articles that match. */
export function articlesQuery(filters: ArticleListQuery) {
  return queryOptions({
    queryKey: ['articles', 'list', filters],
    queryFn: async ({ client, signal }) => summaries(await apiOf(client).get<PageOf<ArticleCard>>('/articles', { query: filters, signal })),
  })
}

/** The same without their sapos, for lists that show none: the texts would only make the page heavier. */
export function titlesQuery(filters: ArticleListQuery) {
  return queryOptions({
    queryKey: ['articles', 'titles', filters],
    queryFn: async ({ client, signal }) => titles(await apiOf(client).get<PageOf<ArticleCard>>('/articles', { query: filters, signal })),
  })
}

const summaries = onceOf(({ data, page }: PageOf<ArticleCard>) => ({ articles: data.map(toSummary), next: page.next }))

const titles = onceOf(({ data }: PageOf<ArticleCard>) => ({ articles: data.map((card) => ({ ...toSummary(card), sapo: null })) }))

async function readArticle(api: ApiClient, slug: string, signal: AbortSignal): Promise<PublicArticle> {
  const ask = (idOrSlug: string) => api.get<Article>(`/articles/${encodeURIComponent(idOrSlug)}`, { signal })
  const { body: _editorsForm, ...article } = await ask(slug).catch((error: unknown) => {
    // The API names the end of the way, so one step is enough.
    if (error instanceof ApiError && error.replacedBy !== undefined) return ask(error.replacedBy)
    throw error
  })
  return article
}
