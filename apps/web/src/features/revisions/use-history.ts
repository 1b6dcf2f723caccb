import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { formatTime } from '../../lib/format.ts'
import { useHistoryText } from '../../lib/i18n/desk/use-history-text.ts'
import type { HistoryWords } from '../../lib/i18n/desk/vi-history.ts'
import { useSaid } from '../../ui/said-line.tsx'
import { restoreMutation, saveVersionMutation } from './revisions.api.ts'

interface HistoryParts {
  article: EditorialArticle
  /** The article with nothing unsaved, or null when it could not be saved. */
  save: () => Promise<EditorialArticle | null>
  onRestored: (article: EditorialArticle) => void
}

/** What can be done with the revisions of an article, and what to tell about it. */
export function useHistory({ article, save, onRestored }: HistoryParts) {
  const words = useHistoryText()
  const saying = useSaid()
  const keeping = useMutation(saveVersionMutation())
  const restoring = useMutation(restoreMutation())

  const keep = async (label: string): Promise<boolean> => {
    saying.hush()
    const saved = await save()
    if (!saved) {
      saying.failed(words.notSaved)
      return false
    }
    try {
      const revision = await keeping.mutateAsync({ article: saved, input: label ? { label } : {} })
      saying.done(words.keptNow(revision.number))
      return true
    } catch (error) {
      saying.failed(sayFailure(error, words, saved.revision))
      return false
    }
  }

  const restore = async (number: number): Promise<boolean> => {
    saying.hush()
    try {
      onRestored(await restoring.mutateAsync({ article, revision: number }))
      saying.done(words.restored(number))
      return true
    } catch (error) {
      saying.failed(sayFailure(error, words, article.revision))
      return false
    }
  }
  return { saying, keep, restore, keeping: keeping.isPending, restoring: restoring.isPending }
}

function sayFailure(error: unknown, words: HistoryWords, newest: number): string {
  if (!(error instanceof ApiError)) return words.failed
  if (error.current) return words.stale(error.current.changedBy, formatTime(error.current.changedAt))
  switch (error.code) {
    case 'conflict':
      return words.keptAlready(newest)
    case 'recall_first':
      return words.recallFirst
    case 'unschedule_first':
      return words.unscheduleFirst
    case 'unknown_reference':
      return words.gone
    default:
      return words.failed
  }
}
