import { type FormEvent, type ReactNode, useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import type { DeskWords } from '../../lib/i18n/desk/vi.ts'
import { useUiText } from '../../lib/i18n/ui/use-ui-text.ts'
import { useSession } from '../../lib/use-session.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import styles from './sign-in-form.module.css'

interface SignInFormProps {
  /** Filled in and fixed where a person signs in again. */
  email?: string
  /** What else can be done here. */
  children?: ReactNode
}

/** E-mail and password. What follows is told by the session, not by this form. */
export function SignInForm({ email, children }: SignInFormProps) {
  const words = useDeskText().login
  const [shown, setShown] = useState(false)
  const { submit, busy, message } = useSubmit()
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
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
      <TextField
        label={words.password}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        required
        autoFocus={email !== undefined}
      />
      <label className={styles.show}>
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {words.show}
      </label>
      <p role="alert" className={styles.message}>
        {message}
      </p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {words.submit}
        </Button>
        {children}
      </div>
    </form>
  )
}

function useSubmit() {
  const words = useDeskText().login
  const ui = useUiText()
  const session = useSession()
  const [state, setState] = useState<{ busy: boolean; message: string }>({ busy: false, message: '' })
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const input = { email: String(given.get('email')).trim(), password: String(given.get('password')) }
    if (!input.email || !input.password) {
      event.currentTarget.querySelector<HTMLElement>(input.email ? '[name=password]' : '[name=email]')?.focus()
      return setState({ busy: false, message: words.missing })
    }
    if (state.busy) return
    setState({ busy: true, message: '' })
    await session.signIn(input).catch((error: unknown) => setState({ busy: false, message: sayFailure(error, words, ui.errors) }))
  }
  return { submit, ...state }
}

function sayFailure(error: unknown, words: DeskWords['login'], errors: { network: string; tooMany: string; busy: string }): string {
  if (!(error instanceof ApiError)) return words.failed
  if (error.code === 'wrong_credentials' || error.code === 'invalid_request') return words.wrong
  if (error.code === 'network') return errors.network
  if (error.status === 429) return errors.tooMany
  return error.status >= 500 ? errors.busy : words.failed
}
