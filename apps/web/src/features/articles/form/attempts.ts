import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { isPassing } from '../../../lib/api-error.ts'
import { newPageName } from '../drafts/use-local-copy.ts'
import type { SaveRequest } from '../editorial.api.ts'
import { type ArticleValues, changedFields, newArticleOf, patchOf } from './article-values.ts'
import type { FormState } from './use-form-state.ts'

/**
 * Why it is saved: by itself, because somebody pressed the button, or before a verb. Before a verb nothing is merged: what is published
 * was seen.
 */
export type Reason = 'auto' | 'asked' | 'verb'

export interface Attempt {
  reason: Reason
  request: SaveRequest
  /** The form as the request has it: what was typed since is a change of the article that it makes. */
  sent: ArticleValues
}

/**
 * Saves once however often it takes. A request without an answer may have been done: the same is sent again, by its key, before
 * anything newer.
 */
export function createAttempts() {
  let unanswered: Attempt | null = null
  return {
    of: (state: FormState, reason: Reason): Attempt => {
      const isKnown = unanswered !== null && (unanswered.request.article !== null || unanswered.sent.unitId === state.values.unitId)
      // The owner is fixed once it is made.
      const attempt = (isKnown && unanswered) || { reason, request: requestOf(state, reason), sent: state.values }
      unanswered = attempt
      return attempt
    },
    isOpen: () => unanswered !== null,
    answered: (): void => {
      unanswered = null
    },
    failed: (error: unknown): void => {
      if (!isPassing(error)) unanswered = null
    },
  }
}

function requestOf({ article, base, values }: FormState, reason: Reason): SaveRequest {
  const key = newPageName()
  if (!article) return { article: null, input: newArticleOf(values), key }
  const input = patchOf(values, changedFields(base, values))
  return { article: heldOf(article), input: reason === 'verb' ? input : { ...input, merge: true }, key }
}

function heldOf({ id, version }: EditorialArticle) {
  return { id, version }
}
