import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { ApiError, isPassing } from '../../../lib/api-error.ts'
import type { ArticleDesk } from './use-article-desk.ts'

/** After the last change, and at the latest after the first one that is not saved. */
const restInMs = 5000
const longestInMs = 30_000
/** Between tries that fail: twice as long each time, up to five minutes. */
const longestRestInMs = 300_000

/** Saves what is typed by itself, where there is an article that may be edited and no question about it is open. */
export function useAutosave({ form, autosave, running, stale, isPutOff, verbs }: ArticleDesk, editable: boolean): void {
  const { article, values, dirty, latest } = form
  const isAsked = (running !== null && running !== 'auto') || verbs.pending
  const active = editable && article !== null && dirty.length > 0 && stale === null && !isPutOff && !isAsked
  const since = useRef<number | null>(null)
  const refused = useRef<unknown>(null)
  const { notBefore, note } = useRests()
  const [round, setRound] = useState(0)

  const run = useCallback(async (): Promise<void> => {
    since.current = null
    const { values: tried } = latest.current
    const { failure } = await autosave()
    // What was refused is sent again when it has changed; the text alone mends nothing but what is wrong with it.
    if (failure && !isPassing(failure)) refused.current = failure instanceof ApiError && failure.status === 400 ? tried : 'all'
    note(failure !== undefined && isPassing(failure))
    setRound((count) => count + 1)
  }, [latest, autosave, note])

  useEffect(() => {
    if (!active) {
      if (dirty.length === 0) since.current = refused.current = null
      return
    }
    if (refused.current === values || refused.current === 'all') return
    const now = Date.now()
    since.current ??= now
    const at = Math.max(Math.min(now + restInMs, since.current + longestInMs), notBefore())
    const timer = setTimeout(() => void run(), at - now)
    return () => clearTimeout(timer)
  }, [active, values, round, run, notBefore])

  const leave = useEffectEvent((isOnline: boolean): void => {
    const isWaiting = !isOnline && Date.now() < notBefore()
    if (active && !isWaiting && refused.current !== values && refused.current !== 'all') void run()
  })
  useEffect(() => {
    const left = (): void => leave(false)
    const back = (): void => leave(true)
    window.addEventListener('blur', left)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('blur', left)
      window.removeEventListener('online', back)
    }
  }, [])
}

/** Growing rests between tries that fail. */
function useRests() {
  const until = useRef(0)
  const failures = useRef(0)
  const note = useCallback((hasFailed: boolean): void => {
    failures.current = hasFailed ? failures.current + 1 : 0
    until.current = hasFailed ? Date.now() + Math.min(restInMs * 2 ** failures.current, longestRestInMs) : 0
  }, [])
  return { notBefore: useCallback(() => until.current, []), note }
}
