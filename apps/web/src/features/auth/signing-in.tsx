import { useEffect, useRef } from 'react'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import styles from './door-form.module.css'
import { SignInForm } from './sign-in-form.tsx'

interface SigningInProps {
  /** What was just done. */
  title: string
  email: string
  /** What was just set. */
  password: string
}

/** Signs in with the password that was just set, by the way that everybody takes: with a code where the account asks for one. */
export function SigningIn({ title, email, password }: SigningInProps) {
  const { signingIn } = useDoorText()
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <section ref={place} className={styles.form} tabIndex={-1} aria-labelledby="signing-in">
      <h2 id="signing-in" className={styles.title}>
        {title}
      </h2>
      <SignInForm email={email} password={password} trying={<p>{signingIn}</p>} />
    </section>
  )
}
