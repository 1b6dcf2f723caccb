import { type RefObject, useEffect } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import styles from './hold-with-reason.module.css'

interface HoldWithReasonProps {
  busy: boolean
  onHold: () => void
  /** What is written here also goes along with the one tap in the bar. */
  reason: RefObject<string>
}

/** Taking down with a reason: the field and its own button, folded away from what else can be done. */
export function HoldWithReason({ busy, onHold, reason }: HoldWithReasonProps) {
  const words = useDeskText().verbs
  // The reason lives as long as its field shows it.
  useEffect(
    () => () => {
      reason.current = ''
    },
    [reason],
  )
  const write = (event: { currentTarget: HTMLInputElement }): void => {
    reason.current = event.currentTarget.value.trim()
  }
  return (
    <details className={styles.hold}>
      <summary className={styles.summary}>{words.holdWithReason}</summary>
      <div className={styles.fields}>
        <TextField label={words.holdReason} hint={words.holdNow} maxLength={2000} onInput={write} />
        <Button variant="danger" busy={busy} onClick={onHold}>
          {words.holdGiven}
        </Button>
      </div>
    </details>
  )
}
