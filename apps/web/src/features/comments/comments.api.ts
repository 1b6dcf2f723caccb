import type { Comment, CommentPatch, NewComment } from '@bantin/shared/comments'
import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** The key of the comments on an article. */
export const commentsKey = (articleId: string) => ['editorial', 'comments', articleId] as const

/** All comments on an article: threads in order, each followed by its answers. */
export function commentsQuery(articleId: string) {
  return queryOptions({
    queryKey: commentsKey(articleId),
    queryFn: async ({ client, signal }) => (await apiOf(client).get<PageOf<Comment>>(address(articleId), { signal })).data,
  })
}

/** Says something. The key makes sure that what was sent twice is said once. */
export function sayMutation(articleId: string) {
  return mutationOptions({
    mutationFn: ({ key, ...input }: NewComment & { key: string }, { client }) =>
      apiOf(client).send<Comment>('POST', address(articleId), { body: input, headers: { 'idempotency-key': key } }),
    // Not after a failure: an answer to a thread that is gone stays in its form, to be read and copied.
    onSuccess: (_answer, _input, _result, { client }) => refresh(client, articleId),
  })
}

/** Changes a text, resolves a thread or opens it again. Fails with `version_stale` when someone else was faster. */
export function changeCommentMutation(articleId: string) {
  return mutationOptions({
    mutationFn: ({ comment, patch }: { comment: Comment; patch: CommentPatch }, { client }) =>
      apiOf(client).send<Comment>('PATCH', `${address(articleId)}/${comment.id}`, { body: patch, version: comment.version }),
    onSettled: (_answer, _error, _input, _result, { client }) => refresh(client, articleId),
  })
}

/** Deletes a comment; with the first one its thread. */
export function deleteCommentMutation(articleId: string) {
  return mutationOptions({
    mutationFn: (comment: Comment, { client }) =>
      apiOf(client).send<void>('DELETE', `${address(articleId)}/${comment.id}`, { version: comment.version }),
    onSettled: (_answer, _error, _input, _result, { client }) => refresh(client, articleId),
  })
}

function address(articleId: string): string {
  return `/editorial/articles/${articleId}/comments`
}

/** Resolves when the list shows what was done. */
function refresh(client: QueryClient, articleId: string): Promise<void> {
  return client.invalidateQueries({ queryKey: commentsKey(articleId) })
}
