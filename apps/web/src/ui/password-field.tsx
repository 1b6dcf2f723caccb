import { useState } from 'react'
import { useDeskText } from '../lib/i18n/desk/use-desk-text.ts'
import { TextField, type TextFieldProps } from './field.tsx'
import styles from './password-field.module.css'

/** A password, hidden unless whoever types it wants to see it. */
export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const words = useDeskText().login
  const [shown, setShown] = useState(false)
  return (
    <div className={styles.password}>
      <TextField {...props} type={shown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <label className={styles.show}>
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {words.show}
      </label>
    </div>
  )
}
