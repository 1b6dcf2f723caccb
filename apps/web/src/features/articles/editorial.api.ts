import type {
  ArticlePatch,
  EditorialArticle,
  EditorialArticleCard,
  EditorialArticleListQuery,
  NewArticle,
} from '@bantin/shared/editorial-articles'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

const lists = ['editorial', 'articles', 'list'] as const

export type EditorialFilters = Omit<EditorialArticleListQuery, 'limit' | 'cursor'>

/** The articles that the signed-in person may read, newest change first, page by page. */
export function editorialArticlesQuery(filters: EditorialFilters) {
  return infiniteQueryOptions({
    queryKey: [...lists, filters],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<EditorialArticleCard>>('/editorial/articles', {
        query: { ...filters, limit: 40, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** As many articles as one page holds, to count them: more than that nobody sees to in a day. */
export function firstArticlesQuery(filters: EditorialFilters) {
  return queryOptions({
    queryKey: [...lists, 'first', filters],
    queryFn: async ({ client, signal }) => {
      const query = { ...filters, limit: 100 }
      const { data, page } = await apiOf(client).get<PageOf<EditorialArticleCard>>('/editorial/articles', { query, signal })
      return { articles: data, more: page.next !== null }
    },
  })
}

/** One article with its newest text. Forgotten when nobody shows it: an editor begins with what stands now. */
export function editorialArticleQuery(id: string) {
  return queryOptions({
    queryKey: ['editorial', 'articles', 'one', id],
    queryFn: ({ client, signal }) => apiOf(client).get<EditorialArticle>(`/editorial/articles/${id}`, { signal }),
    gcTime: 0,
    // What is under the editor's hands changes by his own acts only.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
  })
}

/** Reads the article anew, past every cache. */
export function readArticle(client: QueryClient, id: string): Promise<EditorialArticle> {
  return apiOf(client).get<EditorialArticle>(`/editorial/articles/${id}`)
}

/** An article and the version that the change stands on. */
export type Held = Pick<EditorialArticle, 'id' | 'version'>

/** `key` names one making of an article: sent again with it, an article whose answer was lost is answered and not made twice. */
export type SaveRequest = { article: null; input: NewArticle; key: string } | { article: Held; input: ArticlePatch }

/** Makes an article or changes one. Fails with `version_stale` when someone else was faster. */
export function saveArticleMutation() {
  return mutationOptions({
    mutationFn: (request: SaveRequest, { client }) => {
      const { article, input: body } = request
      if (article)
        return apiOf(client).send<EditorialArticle>('PATCH', `/editorial/articles/${article.id}`, { body, version: article.version })
      return apiOf(client).send<EditorialArticle>('POST', '/editorial/articles', { body, headers: { 'idempotency-key': request.key } })
    },
    onSuccess: refreshLists,
  })
}

/** The lists are asked again after a change: for `onSuccess` of a mutation. */
export function refreshLists(_answer: unknown, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  void client.invalidateQueries({ queryKey: lists })
}
