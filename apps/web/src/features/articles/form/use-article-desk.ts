import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useCallback, useEffect, useRef } from 'react'
import { mergeWays, type Place, type ThreeWays } from '../conflict/merge.ts'
import { discarded, useCopies } from '../drafts/use-copies.ts'
import { useLocalCopy } from '../drafts/use-local-copy.ts'
import { useVerbs } from '../verbs/use-verbs.ts'
import { asTyped, valuesOf } from './article-values.ts'
import { useComposition } from './use-composition.ts'
import { type ArticleFormState, unsavedOf, useFormState } from './use-form-state.ts'
import { type Saving, useSave } from './use-save.ts'

interface DeskParts {
  initial: EditorialArticle | null
  /** The unit that a new article is proposed for. */
  ownerId: string
  userId: string
  onCreated: (article: EditorialArticle) => void
  /** A copy of the article was made. */
  onDuplicated: (article: EditorialArticle) => void
  onDeleted: () => void
}

/** One article on the desk: its form, what keeps it safe on this device, saving, and the verbs. */
export function useArticleDesk({ initial, ownerId, userId, onCreated, onDuplicated, onDeleted }: DeskParts) {
  const form = useFormState(initial, ownerId)
  const local = useLocalCopy(form, userId)
  const copies = useCopies(form, userId)
  const saving = useSave({ form, userId, onCreated })
  const saveAll = useSaveAll(form, saving.save)
  const holdReason = useRef('')
  const verbs = useVerbs({
    save: useCallback(() => saveAll('verb'), [saveAll]),
    settled: saving.settled,
    current: () => form.latest.current.article,
    unsaved: () => unsavedOf(form.latest.current).names.length > 0,
    onMoved: form.moved,
    onRead: (article) => takeNews(form, article),
    onDuplicated,
    onDeleted,
  })
  useSaveKey(saveAll)
  const composed = useComposition()

  /** Ends a conflict: their version becomes the ground, and what was kept of this person's goes on top and is saved. */
  const resolveStale = (ways: ThreeWays, keepMine: readonly Place[]): void => {
    if (!saving.stale) return
    copies.setAside(ways.base, ways.mine, discarded(ways, keepMine))
    form.rebase(saving.stale.article, mergeWays(ways, keepMine))
    saving.settle()
    void saveAll()
  }
  /** Shows another version of the article, unless there is unsaved text. */
  const take = (article: EditorialArticle): void => void composed().then(() => takeNews(form, article))
  return {
    form,
    kept: local.kept,
    copies,
    ...saving,
    saving: saving.running !== null && saving.running !== 'auto',
    save: saveAll,
    take,
    verbs,
    holdReason,
    resolveStale,
  }
}

export type ArticleDesk = ReturnType<typeof useArticleDesk>

/** Someone else's version was read: shown when nothing is unsaved here, else left for the next save to find. */
function takeNews({ latest, moved, rebase }: ArticleFormState, article: EditorialArticle): void {
  const known = latest.current.article
  if (unsavedOf(latest.current).names.length === 0 || !known) rebase(article, asTyped(valuesOf(article), latest.current.values))
  // The old version stays, so that what is saved next is put together with the news, or both texts are compared.
  else moved({ ...article, version: known.version })
}

/** What is typed while a save is under way, or since one whose answer was lost, is saved by one more. */
function useSaveAll({ latest }: ArticleFormState, save: Saving['save']) {
  return useCallback(
    async (reason?: 'asked' | 'verb'): Promise<EditorialArticle | null> => {
      const article = await save(reason)
      return article && unsavedOf(latest.current).names.length > 0 ? save(reason) : article
    },
    [latest, save],
  )
}

function useSaveKey(save: () => Promise<unknown>): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      void save()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [save])
}
