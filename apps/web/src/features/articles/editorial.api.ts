import type {
  ArticlePatch,
  EditorialArticle,
  EditorialArticleCard,
  EditorialArticleListQuery,
  NewArticle,
  PublishInput,
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

export type SaveRequest = { article: null; input: NewArticle } | { article: Held; input: ArticlePatch }

/** Makes an article or changes one. Fails with `version_stale` when someone else was faster. */
export function saveArticleMutation() {
  return mutationOptions({
    mutationFn: ({ article, input }: SaveRequest, { client }) =>
      article === null
        ? apiOf(client).send<EditorialArticle>('POST', '/editorial/articles', { body: input })
        : apiOf(client).send<EditorialArticle>('PATCH', `/editorial/articles/${article.id}`, { body: input, version: article.version }),
    onSuccess: refreshLists,
  })
}

export type VerbRequest = { article: Held } & (
  | { verb: 'publish'; input: PublishInput }
  | { verb: 'hold'; input: { reason?: string } }
  | { verb: 'putBack'; input: Record<string, never> }
  | { verb: 'withdraw'; input: { reason: string } }
)

const paths = { publish: 'publish', hold: 'hold', putBack: 'put-back', withdraw: 'withdraw' } as const

/** A move of the article's public life. Fails with `version_stale` when someone else was faster. */
export function verbMutation() {
  return mutationOptions({
    mutationFn: ({ article, verb, input }: VerbRequest, { client }) =>
      apiOf(client).send<EditorialArticle>('POST', `/editorial/articles/${article.id}/${paths[verb]}`, {
        body: input,
        version: article.version,
      }),
    onSuccess: refreshLists,
  })
}

function refreshLists(_answer: unknown, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  void client.invalidateQueries({ queryKey: lists })
}
