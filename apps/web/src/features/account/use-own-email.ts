import type { EmailChange, Me } from '@bantin/shared/auth'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useAccountText } from '../../lib/i18n/desk/use-account-text.ts'
import { isEmail } from '../../lib/is-email.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { type FieldProblems, type Filled, useAskForm } from '../../ui/use-ask-form.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { changeEmailMutation } from './account.api.ts'
import { useShown } from './use-shown.ts'

/** The form of another e-mail. Once the e-mail is another one than was shown, its person is told so instead of writing over it. */
export function useOwnEmail(me: Me, { done, failed, hush }: Saying) {
  const { email: words, passwordMissing, passwordWrong } = useAccountText()
  const sayFailure = useSayFailure()
  const changing = useMutation(changeEmailMutation())
  const { version, show, showNow } = useShown(me, ['email'])

  const read = (filled: Filled, typed: Filled): { send: EmailChange } | { wrong: FieldProblems } => {
    const input = { email: filled('email'), password: typed('password') }
    const same = input.email === me.email ? { email: words.same } : {}
    const wrong: FieldProblems = {
      ...(isEmail(input.email) ? same : { email: words.wrong }),
      ...(input.password ? {} : { password: passwordMissing }),
    }
    return Object.keys(wrong).length > 0 ? { wrong } : { send: input }
  }
  const explain = async (error: unknown): Promise<void> => {
    const code = error instanceof ApiError ? error.code : undefined
    if (code === 'confirmation_failed') form.refuse({ password: passwordWrong })
    else if (code === 'conflict') form.refuse({ email: words.taken })
    else if (code === 'invalid_request') form.refuse({ email: words.wrong })
    else failed(code === 'version_stale' ? words.stale((await showNow()).email) : sayFailure(error))
  }
  const send = (change: EmailChange): void => {
    hush()
    changing.mutate(
      { change, version },
      {
        onSuccess: (saved) => {
          show(saved)
          form.formRef.current?.reset()
          done(words.done(saved.email))
        },
        onError: (error) => void explain(error).catch((later: unknown) => failed(sayFailure(later))),
      },
    )
  }
  const form = useAskForm<EmailChange>(read, send)
  return { form, busy: changing.isPending }
}
