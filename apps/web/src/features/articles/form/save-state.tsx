import { useState } from 'react'
import { formatTime } from '../../../lib/format.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import type { Reason } from './attempts.ts'
import styles from './save-state.module.css'

interface SaveStateProps {
  /** Why a save is under way. */
  running: Reason | null
  unsaved: boolean
  /** Whether this device keeps the unsaved text. */
  kept: boolean
  failed: boolean
  /** When the text was saved last: a timestamp of the API. Null before the first time. */
  savedAt: string | null
}

/**
 * Where the text stands, in a few words. They are announced when somebody asked for the save, and when one fails: not each time that
 * the text is saved by itself.
 */
export function SaveState({ running, unsaved, kept, failed, savedAt }: SaveStateProps) {
  const words = useDeskText().form
  const isAsked = useLastAsked(running)
  const say = (): string => {
    if (running) return words.saving
    if (unsaved) return failed ? (kept ? words.failedKept : words.failed) : kept ? words.keptLocally : words.notKept
    return savedAt ? words.saved(formatTime(savedAt)) : ''
  }
  return (
    <p
      role="status"
      aria-live={isAsked || (failed && unsaved) ? 'polite' : 'off'}
      className={[styles.state, unsaved ? styles.unsaved : ''].join(' ')}
    >
      {say()}
    </p>
  )
}

/** Whether the last save was one that somebody asked for. */
function useLastAsked(running: Reason | null): boolean {
  const [last, setLast] = useState<Reason | null>(null)
  if (running !== null && running !== last) setLast(running)
  return last !== null && last !== 'auto'
}
