import type { CreatedPreview, NewPreview, Preview } from '@bantin/shared/previews'
import { infiniteQueryOptions, mutationOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** The key of the links that show an article to others. */
export const previewLinksKey = (articleId: string) => ['editorial', 'previews', articleId] as const

/** The links that show an article's text, newest first, without their secrets. */
export function previewLinksQuery(articleId: string) {
  return infiniteQueryOptions({
    queryKey: previewLinksKey(articleId),
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<Preview>>(address(articleId), { query: { limit: 20, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** Makes a link. Its answer is the only one that has it, so it is forgotten with the page that shows it. */
export function createPreviewMutation(articleId: string) {
  return mutationOptions({
    mutationFn: (input: NewPreview, { client }) => apiOf(client).send<CreatedPreview>('POST', address(articleId), { body: input }),
    gcTime: 0,
    onSettled: (_answer, _error, _input, _result, { client }) => client.invalidateQueries({ queryKey: previewLinksKey(articleId) }),
  })
}

/** From now on the link opens nothing. */
export function revokePreviewMutation(articleId: string) {
  return mutationOptions({
    mutationFn: (id: string, { client }) => apiOf(client).send<void>('DELETE', `${address(articleId)}/${id}`),
    onSettled: (_answer, _error, _id, _result, { client }) => client.invalidateQueries({ queryKey: previewLinksKey(articleId) }),
  })
}

function address(articleId: string): string {
  return `/editorial/articles/${articleId}/previews`
}
