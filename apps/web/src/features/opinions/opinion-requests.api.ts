import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { CreatedOpinion, NewOpinion, Opinion } from '@bantin/shared/opinions'
import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** The key of whom was asked about an article. */
export const opinionRequestsKey = (articleId: string) => ['editorial', 'opinions', articleId] as const

/** Who was asked about an article, and what they answered, newest first. */
export function opinionRequestsQuery(articleId: string) {
  return infiniteQueryOptions({
    queryKey: opinionRequestsKey(articleId),
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<Opinion>>(address(articleId), { query: { limit: 20, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** Makes a link for one person about the newest saved text. Fails with `version_stale` when that is another one by now. */
export function askOpinionMutation(articleId: string) {
  return mutationOptions({
    mutationFn: ({ article, input }: { article: Pick<EditorialArticle, 'version'>; input: NewOpinion }, { client }) =>
      apiOf(client).send<CreatedOpinion>('POST', address(articleId), { body: input, version: article.version }),
    gcTime: 0,
    onSettled: (_answer, _error, _input, _result, { client }) => client.invalidateQueries({ queryKey: opinionRequestsKey(articleId) }),
  })
}

/** From now on the link opens nothing. Fails with `conflict` when it has been answered. */
export function revokeOpinionMutation(articleId: string) {
  return mutationOptions({
    mutationFn: (id: string, { client }) => apiOf(client).send<void>('DELETE', `${address(articleId)}/${id}`),
    onSettled: (_answer, _error, _id, _result, { client }) => client.invalidateQueries({ queryKey: opinionRequestsKey(articleId) }),
  })
}

function address(articleId: string): string {
  return `/editorial/articles/${articleId}/opinions`
}
