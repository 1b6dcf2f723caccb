import { usePasswordText } from '../lib/i18n/desk/use-password-text.ts'
import { PasswordField } from './password-field.tsx'

/** The field `password` for a new one. It is typed once: it can be shown. */
export function NewPasswordField({ label, error, autoFocus }: { label?: string; error?: string | undefined; autoFocus?: boolean }) {
  const words = usePasswordText()
  return (
    <PasswordField
      name="password"
      label={label ?? words.label}
      hint={words.hint}
      error={error}
      autoComplete="new-password"
      autoFocus={autoFocus}
      required
    />
  )
}
