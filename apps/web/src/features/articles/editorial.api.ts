import type {
  ArticlePatch,
  Autosaved,
  EditorialArticle,
  EditorialArticleCard,
  EditorialArticleListQuery,
  NewArticle,
} from '@bantin/shared/editorial-articles'
import type { RevisionCard } from '@bantin/shared/revisions'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** Every list of the desk. */
export const lists = ['editorial', 'articles', 'list'] as const

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
export function readArticle(client: QueryClient, id: string, quiet = false): Promise<EditorialArticle> {
  return apiOf(client).get<EditorialArticle>(`/editorial/articles/${id}`, { quiet })
}

/** An article and the version that the change stands on. */
export type Held = Pick<EditorialArticle, 'id' | 'version'>

/** `key` names one request: sent again with it, what was done before its answer was lost is answered and not done twice. */
export type SaveRequest = { key: string } & ({ article: null; input: NewArticle } | { article: Held; input: ArticlePatch })

/** Saves by itself: nobody is asked to sign in again for it. Fails with `version_stale` when what others changed contradicts it. */
export async function autosaveArticle(
  client: QueryClient,
  { article, input, key }: Extract<SaveRequest, { article: Held }>,
): Promise<Autosaved> {
  const options = { body: input, version: article.version, headers: { 'idempotency-key': key }, quiet: true }
  const answer = await apiOf(client).send<Autosaved>('PUT', `/editorial/articles/${article.id}/autosave`, options)
  void client.invalidateQueries({ queryKey: lists })
  return answer
}

/** Who else saved the article last, of those who did since the revision `since`; null when nobody did, or it cannot be told. */
export async function readOtherWriter(client: QueryClient, id: string, since: number, userId: string): Promise<string | null> {
  const { data } = await apiOf(client).get<PageOf<RevisionCard>>(`/editorial/articles/${id}/revisions`, {
    query: { limit: 20 },
    quiet: true,
  })
  return data.find(({ number, savedBy }) => number >= since && savedBy !== null && savedBy.id !== userId)?.savedBy?.name ?? null
}

/** Makes an article or changes one. Fails with `version_stale` when someone else was faster. */
export function saveArticleMutation() {
  return mutationOptions({
    mutationFn: (request: SaveRequest, { client }) => {
      const { article, input: body, key } = request
      const headers = { 'idempotency-key': key }
      if (!article) return apiOf(client).send<EditorialArticle>('POST', '/editorial/articles', { body, headers })
      const { id, version } = article
      return apiOf(client).send<EditorialArticle>('PATCH', `/editorial/articles/${id}`, { body, version, headers })
    },
    onSuccess: refreshLists,
  })
}

/** The lists are asked again after a change: for `onSuccess` of a mutation. */
export function refreshLists(_answer: unknown, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  void client.invalidateQueries({ queryKey: lists })
}
