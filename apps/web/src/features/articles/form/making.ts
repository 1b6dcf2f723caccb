import { isPassing } from '../../../lib/api-error.ts'
import { newPageName } from '../drafts/use-local-copy.ts'
import type { SaveRequest } from '../editorial.api.ts'
import { type ArticleValues, newArticleOf } from './article-values.ts'

interface Attempt {
  request: SaveRequest
  /** The form as the request has it: what was typed since is a change of the article that it makes. */
  sent: ArticleValues
}

/**
 * Makes one article however often it takes. A request without an answer may have made it: the same is sent again, by its key, before
 * anything newer.
 */
export function createMaking() {
  let unanswered: Attempt | null = null
  return {
    of: (values: ArticleValues): Attempt => {
      // The owner is fixed once it is made.
      const isKnown = unanswered?.sent.unitId === values.unitId
      const attempt = (isKnown && unanswered) || {
        request: { article: null, input: newArticleOf(values), key: newPageName() },
        sent: values,
      }
      unanswered = attempt
      return attempt
    },
    failed: (error: unknown): void => {
      if (!isPassing(error)) unanswered = null
    },
  }
}
