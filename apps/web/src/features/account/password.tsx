import type { PasswordChange } from '@bantin/shared/auth'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useAccountText } from '../../lib/i18n/desk/use-account-text.ts'
import { usePasswordText } from '../../lib/i18n/desk/use-password-text.ts'
import { problemOfPassword, refusalOfPassword } from '../../lib/new-password.ts'
import { useMe, useSession } from '../../lib/use-session.ts'
import { AskForm } from '../../ui/ask-form.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { NewPasswordField } from '../../ui/new-password-field.tsx'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { type FieldProblems, useAskForm } from '../../ui/use-ask-form.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { accountKey, changePasswordMutation } from './account.api.ts'
import styles from './account-form.module.css'
import { AccountSection } from './account-section.tsx'

/** Changes the password. This page goes on with the session that the answer opens; other pages of this browser follow by its cookie. */
export function Password() {
  const words = useAccountText()
  const { email } = useMe()
  const saying = useSaid()
  const { form, busy } = usePasswordChange(saying)
  return (
    <AccountSection title={words.password.title} lead={words.password.lead}>
      <SaidLine {...saying} />
      <AskForm form={form} busy={busy} className={styles.form}>
        {/* Named for whatever keeps passwords. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={words.currentPassword}
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          required
          error={form.problems.currentPassword}
        />
        <NewPasswordField error={form.problems.password} />
        <div className={styles.actions}>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? words.password.submitting : words.password.submit}
          </Button>
        </div>
      </AskForm>
    </AccountSection>
  )
}

function usePasswordChange({ done, failed, hush }: Saying) {
  const words = useAccountText()
  const { problems } = usePasswordText()
  const session = useSession()
  const client = useQueryClient()
  const sayFailure = useSayFailure()
  const changing = useMutation(changePasswordMutation())
  const refuse = (error: unknown): void => {
    const problem = refusalOfPassword(error)
    if (problem) form.refuse({ password: problems[problem] })
    else if (error instanceof ApiError && error.code === 'confirmation_failed') form.refuse({ currentPassword: words.passwordWrong })
    else failed(sayFailure(error))
  }
  const form = useAskForm<PasswordChange>(
    (_filled, typed) => {
      const [currentPassword, password] = [typed('currentPassword'), typed('password')]
      const problem = problemOfPassword(password)
      const wrong: FieldProblems = {
        ...(currentPassword ? {} : { currentPassword: words.passwordMissing }),
        ...(problem ? { password: problems[problem] } : {}),
      }
      return Object.keys(wrong).length > 0 ? { wrong } : { send: { currentPassword, password } }
    },
    (change) => {
      hush()
      changing.mutate(change, {
        onSuccess: (answer) => {
          session.goOnWith(answer)
          // Sessions and trusted devices have ended with the old one.
          void client.invalidateQueries({ queryKey: accountKey })
          form.formRef.current?.reset()
          done(words.password.done)
        },
        onError: refuse,
      })
    },
  )
  return { form, busy: changing.isPending }
}
