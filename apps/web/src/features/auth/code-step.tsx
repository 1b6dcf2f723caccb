import { type ReactNode, type SubmitEvent, useEffect, useRef } from 'react'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choices.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import styles from './sign-in-form.module.css'
import type { useSignIn } from './use-sign-in.ts'

interface CodeStepProps {
  signing: ReturnType<typeof useSignIn>
  children: ReactNode
}

/** The second step of signing in: the code, and whether this device is asked for it again. */
export function CodeStep({ signing: { step, busy, sendCode, refuse, startAgain }, children }: CodeStepProps) {
  const words = useDeskText()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>('[name=code]')
    if (!step.message) return
    field?.focus()
    field?.select()
  }, [step])
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const code = String(given.get('code')).trim()
    if (code) void sendCode(code, given.has('trust'))
    else refuse(words.code.missing)
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <h2 className={styles.title}>{words.login.codeTitle}</h2>
      <CodeField error={step.isWrongCode ? step.message : undefined} autoFocus />
      <Choice type="checkbox" name="trust" hint={words.login.trustHint}>
        {words.login.trust}
      </Choice>
      <p role="alert" className={styles.message}>
        {step.isWrongCode ? '' : step.message}
      </p>
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={busy}>
          {words.login.submit}
        </Button>
        <Button onClick={startAgain}>{words.login.otherAccount}</Button>
        {children}
      </div>
    </form>
  )
}
