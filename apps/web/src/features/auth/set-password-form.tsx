import type { LinkHolder } from '@bantin/shared/auth'
import { useMutation } from '@tanstack/react-query'
import { formatMoment } from '../../lib/format.ts'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import { usePasswordText } from '../../lib/i18n/desk/use-password-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { problemOfPassword, refusalOfPassword } from '../../lib/new-password.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { setPasswordMutation } from './auth.api.ts'
import styles from './door-form.module.css'

interface SetPasswordFormProps {
  token: string
  holder: LinkHolder
  onSet: (password: string) => void
  onRefused: (error: unknown) => void
}

/** Asks for the new password of whom the link is for. */
export function SetPasswordForm({ token, holder, onSet, onRefused }: SetPasswordFormProps) {
  const words = useDoorText()
  const locale = useLocale()
  const { kind, name, email, expiresAt } = holder
  const { form, busy, failure } = useSetting(token, holder, onSet, onRefused)
  return (
    <AskForm form={form} busy={busy} className={styles.form}>
      <h2 className={styles.title}>{words.link.title[kind]}</h2>
      <p className={styles.lead}>{words.link.lead[kind](name)}</p>
      {/* Named for whatever keeps passwords. */}
      <TextField label={words.email} name="email" type="email" autoComplete="username" defaultValue={email} readOnly />
      <NewPasswordField error={form.problems.password} />
      <p className={styles.facts}>
        {words.link.until(formatMoment(expiresAt, locale))} {kind === 'reset' ? words.link.ends : ''}
      </p>
      <p role="alert" className={styles.failure}>
        {failure}
      </p>
      <div>
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? words.link.submitting : words.link.submit}
        </Button>
      </div>
    </AskForm>
  )
}

function useSetting(token: string, holder: LinkHolder, onSet: (password: string) => void, onRefused: (error: unknown) => void) {
  const { problems } = usePasswordText()
  const sayFailure = useSayFailure()
  const setting = useMutation(setPasswordMutation(holder))
  const form = useAskForm<string>(
    (_filled, typed) => {
      const problem = problemOfPassword(typed('password'))
      return problem ? { wrong: { password: problems[problem] } } : { send: typed('password') }
    },
    (password) =>
      setting.mutate(
        { token, password },
        {
          onSuccess: () => onSet(password),
          onError: (error) => {
            const problem = refusalOfPassword(error)
            if (problem) form.refuse({ password: problems[problem] })
            else onRefused(error)
          },
        },
      ),
  )
  const failure = setting.error && !refusalOfPassword(setting.error) ? sayFailure(setting.error) : ''
  return { form, busy: setting.isPending, failure }
}
