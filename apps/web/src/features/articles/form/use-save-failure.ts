import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Problem } from '@bantin/shared/errors'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { ApiError, isPassing } from '../../../lib/api-error.ts'
import { readArticle } from '../editorial.api.ts'
import type { Reason } from './attempts.ts'
import type { ArticleFormState } from './use-form-state.ts'

/** Someone else's version in the way of a save. */
export interface Stale {
  article: EditorialArticle
  current: NonNullable<Problem['current']>
}

/** How long typing has to rest before a question comes up that nobody asked for. */
const restInMs = 1000

/** What stands in the way of saving, and what is known of it. */
export function useSaveFailure({ latest, moved }: ArticleFormState) {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [failed, setFailed] = useState(false)
  const [stale, setStale] = useState<Stale | null>(null)
  const [isPutOff, setPutOff] = useState(false)

  const fail = useCallback(
    async (failure: unknown, reason: Reason): Promise<void> => {
      const { article } = latest.current
      const current = failure instanceof ApiError ? failure.current : undefined
      setFailed(!current)
      if (article && current) {
        const quiet = reason === 'auto'
        const theirs = await readArticle(client, article.id, quiet).catch((unread: unknown) => {
          setFailed(true)
          if (!quiet) setError(unread)
        })
        if (quiet) await untilRest(() => latest.current.values)
        if (theirs) setStale({ article: theirs, current })
        return
      }
      // What will be tried again by itself is no news.
      if (reason !== 'auto' || !isPassing(failure)) setError(failure)
      // Its states are not what was thought. The version stays: whose text it was is for the next save to find.
      const now = article && isLocked(failure) ? await readArticle(client, article.id).catch(() => null) : null
      if (article && now) moved({ ...now, version: article.version })
    },
    [client, latest, moved],
  )
  const overcome = useCallback((): void => {
    setError(null)
    setFailed(false)
    setPutOff(false)
  }, [])
  const settle = (): void => setStale(null)
  /** The question is left for later; until then nothing is saved by itself. */
  const putOff = (): void => {
    setStale(null)
    setPutOff(true)
  }
  return { error, setError, failed, stale, setStale, settle, isPutOff, putOff, fail, overcome }
}

/** A dialog in the middle of a sentence would swallow what is typed. */
async function untilRest(state: () => unknown): Promise<void> {
  let before: unknown
  do {
    before = state()
    await new Promise((resolve) => setTimeout(resolve, restInMs))
  } while (state() !== before)
}

function isLocked(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'recall_first' || error.code === 'unschedule_first')
}
