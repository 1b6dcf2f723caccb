import type { Comment } from '@bantin/shared/comments'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useCommentsText } from '../../lib/i18n/desk/use-comments-text.ts'
import { useSaid } from '../../ui/said-line.tsx'
import { changeCommentMutation, deleteCommentMutation, sayMutation } from './comments.api.ts'
import { unsentKey } from './unsent-texts.ts'

/** Whose comments, and what this person may do with them. */
export interface TalkParts {
  articleId: string
  userId: string
  mayComment: boolean
  /** Whether this person may delete what others said. */
  mayModerate: boolean
}

/** Talking about an article: what can be done, and what there is to tell about it. */
export function useTalk({ articleId, userId, mayComment, mayModerate }: TalkParts) {
  const words = useCommentsText()
  const saying = useSaid()
  const sending = useMutation(sayMutation(articleId))
  const changing = useMutation(changeCommentMutation(articleId))
  const deleting = useMutation(deleteCommentMutation(articleId))

  const attempt = async (work: Promise<unknown>, done: string): Promise<void> => {
    saying.hush()
    try {
      await work
      saying.done(done)
    } catch (error) {
      const isNews = error instanceof ApiError && (error.code === 'version_stale' || error.code === 'not_found')
      saying.failed(isNews ? words.stale : words.failedOther)
    }
  }
  return {
    saying,
    mayComment,
    keyOf: (place: string) => unsentKey(userId, articleId, place),
    isOwn: (comment: Comment) => comment.author.id === userId,
    mayDelete: (comment: Comment) => mayModerate || (mayComment && comment.author.id === userId),
    /** Rejects when it was not taken. */
    say: async (input: Parameters<typeof sending.mutateAsync>[0]): Promise<void> => {
      saying.hush()
      await sending.mutateAsync(input)
      saying.done(words.sent)
    },
    /** Rejects when it was not taken. */
    rewrite: async (comment: Comment, text: string): Promise<void> => {
      saying.hush()
      await changing.mutateAsync({ comment, patch: { text } })
      saying.done(words.changed)
    },
    resolve: (comment: Comment, resolved: boolean) =>
      attempt(changing.mutateAsync({ comment, patch: { resolved } }), resolved ? words.resolved : words.reopened),
    remove: (comment: Comment) => attempt(deleting.mutateAsync(comment), words.removed),
    busy: changing.isPending || deleting.isPending,
  }
}

export type Talk = ReturnType<typeof useTalk>
