import { formatTime } from '../../../lib/format.ts'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import styles from './save-state.module.css'

interface SaveStateProps {
  saving: boolean
  unsaved: boolean
  /** Whether this device keeps the unsaved text. */
  kept: boolean
  failed: boolean
  /** When the text was saved last: a timestamp of the API. Null before the first time. */
  savedAt: string | null
}

/** Where the text stands, in a few words that are announced when they change. */
export function SaveState({ saving, unsaved, kept, failed, savedAt }: SaveStateProps) {
  const words = useDeskText().form
  const say = (): string => {
    if (saving) return words.saving
    if (unsaved) return failed ? words.failed : kept ? words.keptLocally : words.notKept
    return savedAt ? words.saved(formatTime(savedAt)) : ''
  }
  return (
    <p role="status" className={[styles.state, unsaved ? styles.unsaved : ''].join(' ')}>
      {say()}
    </p>
  )
}
