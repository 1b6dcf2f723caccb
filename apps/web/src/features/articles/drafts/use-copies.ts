import { useCallback, useMemo, useState } from 'react'
import type { ThreeWays } from '../conflict/merge.ts'
import { compareWays, fieldsOf, mergeWays, type Place } from '../conflict/merge.ts'
import type { ArticleValues, FieldName } from '../form/article-values.ts'
import { pickFields } from '../form/article-values.ts'
import { type ArticleFormState, unsavedOf } from '../form/use-form-state.ts'
import { copyKey, dropCopy, findCopies, keepCopy, type StoredCopy } from './local-copies.ts'
import { newPageName } from './use-local-copy.ts'

/** The copies of this article that were on this device when the form opened, or were set aside since. */
export function useCopies(form: ArticleFormState, userId: string) {
  const { article, latest, replace } = form
  const articleId = article?.id ?? null
  const [copies, setCopies] = useState(() => findCopies(userId, articleId))

  const drop = useCallback((copy: StoredCopy): void => {
    dropCopy(copy.key)
    setCopies((all) => all.filter((other) => other.key !== copy.key))
  }, [])

  /** Keeps what someone typed and did not choose; it is offered from now on. */
  const setAside = useCallback(
    (base: ArticleValues, values: ArticleValues, names: readonly FieldName[]): void => {
      if (names.length === 0) return
      const copy = { kind: 'aside' as const, articleId, at: Date.now(), base: pickFields(base, names), values: pickFields(values, names) }
      const key = copyKey(userId, newPageName())
      keepCopy(key, copy)
      setCopies((all) => [{ ...copy, key }, ...all])
    },
    [userId, articleId],
  )

  /** Puts the copy's fields into the form. What it replaces there and what was not chosen of it is set aside, never lost. */
  const place = useCallback(
    (copy: StoredCopy, ways: ThreeWays, keepMine: readonly Place[]): void => {
      const now = latest.current
      const names = Object.keys(copy.values) as FieldName[]
      setAside(now.base, now.values, intersection(unsavedOf(now).names, names))
      setAside(ways.base, ways.mine, discarded(ways, keepMine))
      replace(pickFields(mergeWays(ways, keepMine), names))
      drop(copy)
    },
    [latest, replace, drop, setAside],
  )

  return useMemo(() => ({ copies, drop, setAside, place }), [copies, drop, setAside, place])
}

export type Copies = ReturnType<typeof useCopies>

/** A copy against the saved text. Someone has to choose where that changed in the same fields since (`compareWays`). */
export function copyWays(copy: StoredCopy, saved: ArticleValues): ThreeWays {
  return { base: { ...saved, ...copy.base }, mine: { ...saved, ...copy.values }, theirs: saved }
}

/** The fields of mine that lose something when only `keepMine` is kept of what both changed. */
export function discarded(ways: ThreeWays, keepMine: readonly Place[]): FieldName[] {
  return fieldsOf(compareWays(ways).both.filter((place) => !keepMine.includes(place)))
}

function intersection(some: readonly FieldName[], others: readonly FieldName[]): FieldName[] {
  return some.filter((name) => others.includes(name))
}
