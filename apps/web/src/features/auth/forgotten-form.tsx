import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import { isEmail } from '../../lib/is-email.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { forgottenMutation } from './auth.api.ts'
import styles from './door-form.module.css'

/** Asks for the e-mail of an account whose password is forgotten. What it says afterwards tells nobody whether there is one. */
export function ForgottenForm() {
  const words = useDoorText()
  const sayFailure = useSayFailure()
  const asking = useMutation(forgottenMutation())
  const form = useAskForm<string>(
    (filled) => (isEmail(filled('email')) ? { send: filled('email') } : { wrong: { email: words.emailWrong } }),
    asking.mutate,
  )
  if (asking.isSuccess) return <Sent email={asking.variables} onAgain={asking.reset} />
  return (
    <AskForm form={form} busy={asking.isPending} className={styles.form}>
      <p className={styles.lead}>{words.forgotten.lead}</p>
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="username"
        inputMode="email"
        maxLength={254}
        required
        error={form.problems.email}
      />
      <p role="alert" className={styles.failure}>
        {asking.error ? sayFailure(asking.error) : ''}
      </p>
      <div>
        <Button type="submit" variant="primary" busy={asking.isPending}>
          {asking.isPending ? words.forgotten.submitting : words.forgotten.submit}
        </Button>
      </div>
    </AskForm>
  )
}

/** Takes the focus: the form has left. */
function Sent({ email, onAgain }: { email: string; onAgain: () => void }) {
  const words = useDoorText().forgotten
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <section ref={place} className={styles.form} tabIndex={-1} aria-labelledby="sent">
      <h2 id="sent" className={styles.title}>
        {words.sentTitle}
      </h2>
      <p>{words.sent(email)}</p>
      <p>{words.notMailed}</p>
      <div>
        <Button onClick={onAgain}>{words.again}</Button>
      </div>
    </section>
  )
}
