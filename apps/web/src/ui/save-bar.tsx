import { useOrderText } from '../lib/i18n/desk/use-order-text.ts'
import { Button } from './button.tsx'
import styles from './save-bar.module.css'

interface SaveBarProps {
  isChanged: boolean
  busy: boolean
  onSave: () => void
  onUndo: () => void
}

/** The buttons under what is changed as a whole; on a phone they stand at the thumb, and they are there once there is something to save. */
export function SaveBar({ isChanged, busy, onSave, onUndo }: SaveBarProps) {
  const words = useOrderText()
  if (!isChanged) return null
  return (
    <div className={styles.bar}>
      <Button variant="primary" busy={busy} onClick={onSave}>
        {busy ? words.saving : words.save}
      </Button>
      <Button onClick={onUndo}>{words.undo}</Button>
    </div>
  )
}
