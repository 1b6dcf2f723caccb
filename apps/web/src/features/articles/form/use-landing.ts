import type { Autosaved, EditorialArticle } from '@bantin/shared/editorial-articles'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { compareWays, mergeWays } from '../conflict/merge.ts'
import { readArticle, readOtherWriter } from '../editorial.api.ts'
import { type ArticleValues, asTyped, changedFields, patchOf, valuesOf } from './article-values.ts'
import type { Attempt } from './attempts.ts'
import { useComposition } from './use-composition.ts'
import type { ArticleFormState } from './use-form-state.ts'
import type { Stale } from './use-save-failure.ts'

/** What came of a save: the article as it stands then; null when there is a conflict. `merged`: there is more in it than was sent. */
export interface Landed {
  article: EditorialArticle | null
  merged: boolean
}

/** With whose text ours was put together; null when that was their own, from another page. */
export interface Merged {
  who: string | null
}

interface LandingParts {
  form: ArticleFormState
  userId: string
  onCreated: (article: EditorialArticle) => void
  onStale: (stale: Stale) => void
}

/** What an answer does to the form. Nothing is written into it while an input method composes. */
export function useLanding({ form, userId, onCreated, onStale }: LandingParts) {
  const client = useQueryClient()
  const [merged, setMerged] = useState<Merged | null>(null)
  // Taken by the server and put together with other text, which is not read yet: nothing newer is sent before.
  const owed = useRef<ArticleValues | null>(null)
  const place = usePlacing({ form, userId, onStale, onMerged: setMerged })
  const { latest, saved, moved } = form

  const readOwed = useCallback(async (): Promise<Landed | null> => {
    const { article } = latest.current
    if (!owed.current || !article) return null
    const fresh = await readArticle(client, article.id, true)
    const placed = await place(owed.current, fresh)
    owed.current = null
    return placed
  }, [client, latest, place])

  const landAutosave = useCallback(
    async ({ sent }: Attempt, answer: Autosaved): Promise<Landed> => {
      const before = latest.current.article as EditorialArticle
      if (answer.merged) owed.current = sent
      const placed = await readOwed()
      if (placed) return placed
      const names = changedFields(latest.current.base, sent)
      const { version, revision, savedAt: updatedAt } = answer
      saved({ ...before, ...(patchOf(sent, names) as Partial<EditorialArticle>), version, revision, updatedAt }, sent)
      const isAsThought = before.workState === 'draft' && before.lastWriterId === userId && !names.includes('categoryIds')
      const fresh = isAsThought ? null : await readArticle(client, before.id, true).catch(() => null)
      if (fresh?.version === version) moved(fresh)
      return { article: latest.current.article, merged: false }
    },
    [client, latest, saved, moved, readOwed, userId],
  )

  const land = useCallback(
    async ({ request, sent }: Attempt, article: EditorialArticle): Promise<Landed> => {
      // A save makes one version: one that is further on has somebody else's in it.
      if (request.article && article.version > request.article.version + 1) return place(sent, article)
      saved(article, sent)
      if (!request.article) onCreated(article)
      return { article, merged: false }
    },
    [saved, place, onCreated],
  )
  return { land, landAutosave, readOwed, merged, closeMerged: () => setMerged(null) }
}

type PlacingParts = Omit<LandingParts, 'onCreated'> & { onMerged: (merged: Merged) => void }

/** Puts what others changed under what was typed since `sent`, which the server has put together with it. */
function usePlacing({ form, userId, onStale, onMerged }: PlacingParts) {
  const client = useQueryClient()
  const composed = useComposition()
  const { latest, rebase, took } = form
  return useCallback(
    async (sent: ArticleValues, fresh: EditorialArticle): Promise<Landed> => {
      const since = latest.current.article?.revision ?? fresh.revision
      const who = await readOtherWriter(client, fresh.id, since, userId).catch(() => null)
      await composed()
      const ways = { base: sent, mine: latest.current.values, theirs: valuesOf(fresh) }
      if (compareWays(ways).both.length === 0) {
        rebase(fresh, asTyped(mergeWays(ways, []), ways.mine))
        onMerged({ who })
        return { article: fresh, merged: true }
      }
      // Typed on while it was on its way, where somebody else had changed it.
      took(sent)
      const { version, updatedAt: changedAt, updatedBy } = fresh
      const fields = changedFields(sent, ways.theirs)
      onStale({ article: fresh, current: { version, changedBy: who ?? updatedBy ?? '', changedAt, fields } })
      return { article: null, merged: true }
    },
    [client, latest, rebase, took, composed, onStale, onMerged, userId],
  )
}
