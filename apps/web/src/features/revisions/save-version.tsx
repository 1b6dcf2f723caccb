import { type FormEvent, useRef } from 'react'
import { useHistoryText } from '../../lib/i18n/desk/use-history-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './history-panel.module.css'

interface SaveVersionProps {
  /** The number of the newest revision when it is kept already and nothing is unsaved. */
  kept: number | null
  busy: boolean
  /** Resolves to true when it is kept: then the label is done with. */
  onKeep: (label: string) => Promise<boolean>
}

/** Keeps the present text for good, under a name. */
export function SaveVersion({ kept, busy, onKeep }: SaveVersionProps) {
  const words = useHistoryText()
  const label = useRef<HTMLInputElement>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const field = label.current
    if (busy || !field) return
    if (await onKeep(field.value.trim())) field.value = ''
  }
  if (kept !== null) return <p className={styles.note}>{words.keptAlready(kept)}</p>
  return (
    <form className={styles.keep} onSubmit={(event) => void submit(event)}>
      <p className={styles.note}>{words.keepLead}</p>
      <TextField ref={label} label={words.label} hint={words.labelHint} maxLength={200} />
      <Button type="submit" busy={busy}>
        {busy ? words.keeping : words.keep}
      </Button>
    </form>
  )
}
