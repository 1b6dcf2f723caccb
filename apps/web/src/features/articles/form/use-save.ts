import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { autosaveArticle, saveArticleMutation } from '../editorial.api.ts'
import { changedFields } from './article-values.ts'
import { type Attempt, createAttempts, type Reason } from './attempts.ts'
import type { ArticleFormState } from './use-form-state.ts'
import { type Landed, useLanding } from './use-landing.ts'
import { useProblems } from './use-problems.ts'
import { type Saved, useQueue } from './use-queue.ts'
import { useSaveFailure } from './use-save-failure.ts'
import { problemsOf } from './validate.ts'

interface SaveParts {
  form: ArticleFormState
  userId: string
  /** Called when the first save has made the article. */
  onCreated: (article: EditorialArticle) => void
}

/** Saving: only what changed, only onto the version it stands on, one request at a time. */
export function useSave({ form, userId, onCreated }: SaveParts) {
  const { problems, checkForSaving, checkForPublishing } = useProblems(form)
  const { fail, ...trouble } = useSaveFailure(form)
  const { readOwed, merged, closeMerged, ...landing } = useLanding({ form, userId, onCreated, onStale: trouble.setStale })
  const [attempts] = useState(createAttempts)
  const send = useSending(landing)
  const { latest } = form
  const { overcome, setError } = trouble

  const once = useCallback(
    async (reason: Reason): Promise<Saved> => {
      if (reason !== 'auto') setError(null)
      try {
        const late = await readOwed()
        if (late?.article === null || (late && reason === 'verb')) return { article: null, merged: true }
        const { article, base, values } = latest.current
        const isComplete = reason === 'auto' ? problemsOf(values).length === 0 : checkForSaving()
        if (!isComplete) return { article: null, merged: false }
        if (article && changedFields(base, values).length === 0 && !attempts.isOpen()) return { article, merged: false }
        const landed = await send(attempts.of(latest.current, reason), attempts.answered)
        overcome()
        return reason === 'verb' && landed.merged ? { ...landed, article: null } : landed
      } catch (failure) {
        attempts.failed(failure)
        await fail(failure, reason)
        return { article: null, merged: false, failure }
      }
    },
    [latest, attempts, send, readOwed, checkForSaving, fail, overcome, setError],
  )
  const { run, running, settled } = useQueue(once)
  const save = useCallback(async (reason: 'asked' | 'verb' = 'asked') => (await run(reason)).article, [run])
  const autosave = useCallback(() => run('auto'), [run])
  return { save, autosave, settled, running, problems, checkForSaving, checkForPublishing, merged, closeMerged, ...trouble }
}

export type Saving = ReturnType<typeof useSave>

/** Sends an attempt; `answered` is called before its answer comes into the form. */
function useSending({ land, landAutosave }: Pick<ReturnType<typeof useLanding>, 'land' | 'landAutosave'>) {
  const client = useQueryClient()
  const { mutateAsync } = useMutation(saveArticleMutation())
  return useCallback(
    async (attempt: Attempt, answered: () => void): Promise<Landed> => {
      const { request, reason } = attempt
      if (reason === 'auto' && request.article) {
        const answer = await autosaveArticle(client, request)
        answered()
        return landAutosave(attempt, answer)
      }
      const article = await mutateAsync(request)
      answered()
      return land(attempt, article)
    },
    [client, mutateAsync, land, landAutosave],
  )
}
