import { useCallback, useEffect, useState } from 'react'
import { type ArticleFormState, type FormState, unsavedOf } from '../form/use-form-state.ts'
import { copyKey, dropCopy, keepCopy } from './local-copies.ts'

/** How long typing has to rest; what is younger is written when the page goes away. */
const restInMs = 400

/** Keeps the unsaved fields on this device as long as there are any. Says whether the device takes them. */
export function useLocalCopy({ article, base, values, dirty, latest }: ArticleFormState, userId: string): { kept: boolean; key: string } {
  const [key] = useState(() => copyKey(userId, newPageName()))
  const [kept, setKept] = useState(true)
  const articleId = article?.id ?? null
  const unsaved = dirty.length > 0

  useEffect(() => {
    if (!unsaved) return dropCopy(key)
    const at = Date.now()
    const timer = setTimeout(() => setKept(write(key, { articleId, base, values }, at)), restInMs)
    return () => clearTimeout(timer)
  }, [key, unsaved, articleId, base, values])

  const leave = useCallback((): void => {
    const { article: now, ...state } = latest.current
    write(key, { articleId: now?.id ?? null, ...state }, Date.now())
  }, [key, latest])

  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') leave()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hidden)
      leave()
    }
  }, [leave])

  return { kept, key }
}

type Unsaved = Pick<FormState, 'base' | 'values'> & { articleId: string | null }

function write(key: string, { articleId, base, values }: Unsaved, at: number): boolean {
  const { names, ...fields } = unsavedOf({ base, values })
  if (names.length > 0) return keepCopy(key, { kind: 'unsaved', articleId, at, ...fields })
  dropCopy(key)
  return true
}

/** A name that no other page has; made without a secure context. */
export function newPageName(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (part) => part.toString(36)).join('')
}
