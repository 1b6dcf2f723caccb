import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Revision, RevisionCard, RevisionDiff, SaveVersionInput } from '@bantin/shared/revisions'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

const base = ['editorial', 'revisions'] as const

/** The key of everything that is known here about an article's revisions. */
export const revisionsKey = (articleId: string) => [...base, articleId] as const

/** What a change of the article stands on. */
type Held = Pick<EditorialArticle, 'id' | 'version'>

/** The revisions of an article, newest first, page by page. */
export function revisionsQuery(articleId: string) {
  return infiniteQueryOptions({
    queryKey: [...revisionsKey(articleId), 'list'],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<RevisionCard>>(`/editorial/articles/${articleId}/revisions`, {
        query: { limit: 30, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** What differs between two revisions. */
export function diffQuery(articleId: string, from: number, to: number) {
  return queryOptions({
    queryKey: [...revisionsKey(articleId), 'diff', from, to],
    queryFn: ({ client, signal }) =>
      apiOf(client).get<RevisionDiff>(`/editorial/articles/${articleId}/diff`, { query: { from, to }, signal }),
  })
}

/** Keeps the newest revision for good. Fails with `conflict` when it is kept already, with `version_stale` when it is not the newest. */
export function saveVersionMutation() {
  return mutationOptions({
    mutationFn: ({ article, input }: { article: Held; input: SaveVersionInput }, { client }) =>
      apiOf(client).send<Revision>('POST', `/editorial/articles/${article.id}/revisions`, { body: input, version: article.version }),
    onSettled: (_answer, _error, { article }, _result, { client }) => client.invalidateQueries({ queryKey: revisionsKey(article.id) }),
  })
}

/** Makes an earlier revision the newest and answers the article. Fails with `recall_first`, `unschedule_first`, `version_stale`. */
export function restoreMutation() {
  return mutationOptions({
    mutationFn: ({ article, revision }: { article: Held; revision: number }, { client }) =>
      apiOf(client).send<EditorialArticle>('POST', `/editorial/articles/${article.id}/restore`, {
        body: { revision },
        version: article.version,
      }),
    onSettled: (_answer, _error, { article }, _result, { client }) => client.invalidateQueries({ queryKey: revisionsKey(article.id) }),
  })
}
