import type { Me } from '@bantin/shared/auth'
import { useAccountText } from '../../lib/i18n/desk/use-account-text.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { SaidLine, useSaid } from '../../ui/said-line.tsx'
import styles from './account-form.module.css'
import { AccountSection } from './account-section.tsx'
import { useOwnEmail } from './use-own-email.ts'

/** Changes the e-mail that the person signs in with. */
export function OwnEmail({ me }: { me: Me }) {
  const words = useAccountText()
  const saying = useSaid()
  const { form, busy } = useOwnEmail(me, saying)
  return (
    <AccountSection title={words.email.title} lead={words.email.lead(me.email)}>
      <SaidLine {...saying} />
      <AskForm form={form} busy={busy} className={styles.form}>
        {/* Named for whatever keeps passwords. */}
        <input type="email" name="username" autoComplete="username" value={me.email} readOnly hidden />
        <TextField
          label={words.email.email}
          name="email"
          type="email"
          autoComplete="email"
          maxLength={254}
          required
          error={form.problems.email}
        />
        <TextField
          label={words.currentPassword}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          error={form.problems.password}
        />
        <div className={styles.actions}>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? words.email.submitting : words.email.submit}
          </Button>
        </div>
      </AskForm>
    </AccountSection>
  )
}
