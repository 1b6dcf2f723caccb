import { type ReactNode, type SubmitEvent, useEffect, useEffectEvent } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { CodeStep } from './code-step.tsx'
import styles from './sign-in-form.module.css'
import { useSignIn } from './use-sign-in.ts'

interface SignInFormProps {
  /** Filled in and fixed where a person signs in again. */
  email?: string
  /** Typed a moment ago, to set it: tried at once. */
  password?: string
  /** Stands in the place of the form until that try has come to nothing. */
  trying?: ReactNode
  /** The way for whoever does not know the password; not for the code. */
  forgotten?: ReactNode
  /** What else can be done here. */
  children?: ReactNode
}

/** E-mail and password, then the code where the account has a second factor. What follows is told by the session, not by this form. */
export function SignInForm({ email, password, trying, forgotten, children }: SignInFormProps) {
  const signing = useSignIn()
  const begin = useEffectEvent((): void => {
    if (email !== undefined && password !== undefined) void signing.sendPassword(email, password)
  })
  useEffect(() => begin(), [])
  if (trying && !signing.wasRefused) return trying
  if (signing.step.asks === 'code') return <CodeStep signing={signing}>{children}</CodeStep>
  return (
    <PasswordStep signing={signing} email={email} forgotten={forgotten}>
      {children}
    </PasswordStep>
  )
}

interface PasswordStepProps {
  signing: ReturnType<typeof useSignIn>
  email: string | undefined
  forgotten: ReactNode
  children: ReactNode
}

function PasswordStep({ signing: { step, busy, sendPassword, refuse }, email, forgotten, children }: PasswordStepProps) {
  const words = useDeskText().login
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [address, password] = [String(given.get('email')).trim(), String(given.get('password'))]
    if (address && password) return void sendPassword(address, password)
    event.currentTarget.querySelector<HTMLElement>(address ? '[name=password]' : '[name=email]')?.focus()
    refuse(words.missing)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        required
        defaultValue={email}
        readOnly={email !== undefined}
      />
      <PasswordField label={words.password} name="password" autoComplete="current-password" required autoFocus={email !== undefined} />
      <p role="alert" className={styles.message}>
        {step.message}
      </p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {words.submit}
        </Button>
        {children}
      </div>
      {forgotten ? <p>{forgotten}</p> : null}
    </form>
  )
}
