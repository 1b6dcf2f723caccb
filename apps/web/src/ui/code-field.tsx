import { useRef, useState } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { Button } from './button.tsx'
import styles from './code-field.module.css'
import { TextField } from './field.tsx'

interface CodeFieldProps {
  label?: string
  hint?: string
  error?: string | undefined
  /** The first code of an app that is being set up: there are no recovery codes yet. */
  appOnly?: boolean
  autoFocus?: boolean
}

/** The field `code` of a second factor: six digits of the app, on a phone by the keys for digits, or a recovery code. */
export function CodeField({ label, hint, error, appOnly = false, autoFocus = false }: CodeFieldProps) {
  const words = useDeskText().code
  const field = useRef<HTMLInputElement>(null)
  const [isRecovery, setIsRecovery] = useState(false)
  const swap = (): void => {
    setIsRecovery(!isRecovery)
    if (!field.current) return
    field.current.value = ''
    field.current.focus()
  }
  return (
    <div className={styles.code}>
      <TextField
        ref={field}
        name="code"
        label={isRecovery ? words.recovery : (label ?? words.label)}
        hint={isRecovery ? words.recoveryHint : (hint ?? words.hint)}
        error={error}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        maxLength={40}
        spellCheck={false}
        autoCapitalize="none"
        autoFocus={autoFocus}
        required
      />
      {appOnly ? null : (
        <Button variant="quiet" onClick={swap}>
          {isRecovery ? words.useApp : words.useRecovery}
        </Button>
      )}
    </div>
  )
}
