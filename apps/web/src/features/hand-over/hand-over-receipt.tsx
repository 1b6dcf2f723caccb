import type { HandOverResult } from '@bantin/shared/hand-over'
import { useEffect, useRef } from 'react'
import { useHandOverText } from '../../lib/i18n/desk/use-hand-over-text.ts'
import styles from './hand-over-dialog.module.css'
import { planParts } from './plan.ts'

/** What was done, in numbers. Takes the focus: the button that was pressed has left. */
export function HandOverReceipt({ result }: { result: HandOverResult }) {
  const words = useHandOverText().done
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} role="status" tabIndex={-1} className={styles.receipt}>
      <ul>
        {planParts.map((part) => (
          <li key={part}>{words[part](result[part])}</li>
        ))}
        <li>{result.disabled ? words.disabled : words.notDisabled}</li>
      </ul>
      <p>{words.audit}</p>
    </div>
  )
}
