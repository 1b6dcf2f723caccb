import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import type { Problem } from '@bantin/shared/errors'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { ApiError } from '../../../lib/api-error.ts'
import { readArticle, type SaveRequest, saveArticleMutation } from '../editorial.api.ts'
import { type ArticleValues, changedFields, patchOf } from './article-values.ts'
import { createMaking } from './making.ts'
import type { ArticleFormState, FormState } from './use-form-state.ts'
import { useProblems } from './use-problems.ts'

/** Someone else's version in the way of a save. */
export interface Stale {
  article: EditorialArticle
  current: NonNullable<Problem['current']>
}

interface SaveParts {
  form: ArticleFormState
  /** Called when the first save has made the article. */
  onCreated: (article: EditorialArticle) => void
}

/** Saving: only what changed, only onto the version it stands on. */
export function useSave({ form, onCreated }: SaveParts) {
  const client = useQueryClient()
  const { mutateAsync, isPending: saving } = useMutation(saveArticleMutation())
  const [error, setError] = useState<unknown>(null)
  const [stale, setStale] = useState<Stale | null>(null)
  const { problems, checkForSaving, checkForPublishing } = useProblems(form)
  const [making] = useState(createMaking)
  const running = useRef<Promise<EditorialArticle | null> | null>(null)
  const { latest, saved, moved } = form

  const once = useCallback(async (): Promise<EditorialArticle | null> => {
    const { article, base, values } = latest.current
    if (!checkForSaving()) return null
    if (article && changedFields(base, values).length === 0) return article
    setError(null)
    try {
      const { request, sent } = article ? changeOf(latest.current) : making.of(values)
      const answer = await mutateAsync(request)
      saved(answer, sent)
      if (!article) onCreated(answer)
      return answer
    } catch (failure) {
      making.failed(failure)
      const current = failure instanceof ApiError ? failure.current : undefined
      if (!article || !current) setError(failure)
      else await readArticle(client, article.id).then((theirs) => setStale({ article: theirs, current }), setError)
      // Its states are not what was thought. The version stays: whose text it was is for the next save to find.
      const now = article && isLocked(failure) ? await readArticle(client, article.id).catch(() => null) : null
      if (article && now) moved({ ...now, version: article.version })
      return null
    }
  }, [client, latest, saved, moved, mutateAsync, onCreated, checkForSaving, making])

  /** Saves what is unsaved, one request at a time. The article as it stands then, or null when it could not be saved. */
  const save = useCallback((): Promise<EditorialArticle | null> => {
    running.current ??= once().finally(() => {
      running.current = null
    })
    return running.current
  }, [once])

  return { save, checkForSaving, checkForPublishing, saving, error, stale, settle: () => setStale(null), problems }
}

function isLocked(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'recall_first' || error.code === 'unschedule_first')
}

function changeOf({ article, base, values }: FormState): { request: SaveRequest; sent: ArticleValues } {
  return { request: { article: article as EditorialArticle, input: patchOf(values, changedFields(base, values)) }, sent: values }
}

export type Saving = ReturnType<typeof useSave>
