import type { EditorialArticle } from '@bantin/shared/editorial-articles'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type ArticleValues, changedFields, emptyValues, type FieldName, pickFields, valuesOf } from './article-values.ts'

export interface FormState {
  /** As the server answered last; null before the first save. Its version is the one that the text stands on. */
  article: EditorialArticle | null
  /** The text as it was read or sent last: what differs from it is unsaved. */
  base: ArticleValues
  values: ArticleValues
  /** Grows when values change by other means than typing: fields read their text again then. */
  turn: number
}

/** The state of the form of one article: opened with `initial`, or new with an owner unit. */
export function useFormState(initial: EditorialArticle | null, unitId: string) {
  const [state, setState] = useState<FormState>(() => {
    const values = initial ? valuesOf(initial) : emptyValues(unitId)
    return { article: initial, base: values, values, turn: 0 }
  })
  // Events between two renderings (a key, then Ctrl+S) need the newest state.
  const latest = useRef(state)
  const set = useCallback((next: Partial<FormState>): void => {
    latest.current = { ...latest.current, ...next }
    setState(latest.current)
  }, [])
  const dirty = useMemo(() => changedFields(state.base, state.values), [state.base, state.values])

  return useMemo(
    () => ({
      ...state,
      dirty,
      latest,
      change: <K extends FieldName>(name: K, value: ArticleValues[K]): void => set({ values: { ...latest.current.values, [name]: value } }),
      /** The server took `sent`; what was typed since stays unsaved. */
      saved: (article: EditorialArticle, sent: ArticleValues): void => set({ article, base: { ...sent, unitId: article.unit.id } }),
      /** The server took `sent`, but what it made of it is not known yet. */
      took: (sent: ArticleValues): void => set({ base: { ...sent, unitId: latest.current.base.unitId } }),
      /** The article's states changed, its text did not. */
      moved: (article: EditorialArticle): void => set({ article }),
      /** Another version of the text is the ground now; `values` stand on it. */
      rebase: (article: EditorialArticle, values: ArticleValues): void =>
        set({ article, base: valuesOf(article), values, turn: latest.current.turn + 1 }),
      /** Other values in these fields, by other means than typing. */
      replace: (values: Partial<ArticleValues>): void =>
        set({ values: { ...latest.current.values, ...values }, turn: latest.current.turn + 1 }),
    }),
    [state, dirty, set],
  )
}

export type ArticleFormState = ReturnType<typeof useFormState>

/** The unsaved fields of a state with what they were before. */
export function unsavedOf({ base, values }: Pick<FormState, 'base' | 'values'>): {
  names: FieldName[]
  base: Partial<ArticleValues>
  values: Partial<ArticleValues>
} {
  const names = changedFields(base, values)
  return { names, base: pickFields(base, names), values: pickFields(values, names) }
}
