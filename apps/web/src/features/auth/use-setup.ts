import type { SetupInput } from '@bantin/shared/auth'
import type { PublishingPolicy } from '@bantin/shared/permissions'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useDoorText } from '../../lib/i18n/desk/use-door-text.ts'
import { usePasswordText } from '../../lib/i18n/desk/use-password-text.ts'
import { isEmail } from '../../lib/is-email.ts'
import { problemOfPassword, refusalOfPassword } from '../../lib/new-password.ts'
import { type FieldProblems, useAskForm } from '../../ui/use-ask-form.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { setUpMutation } from './auth.api.ts'

/** The form of the first set-up: what is filled in or wrong with it, and sending it. */
export function useSetup(publishingPolicy: PublishingPolicy, onDone: (input: SetupInput) => void) {
  const words = useDoorText().setup
  const { emailWrong } = useDoorText()
  const password = usePasswordText().problems
  const sayFailure = useSayFailure()
  const setting = useMutation(setUpMutation())
  const refusals = useRefusals()
  const form = useAskForm<SetupInput>(
    (filled, typed) => {
      const input = {
        code: filled('code'),
        siteName: filled('siteName'),
        name: filled('name'),
        email: filled('email'),
        password: typed('password'),
        publishingPolicy,
      }
      const problem = problemOfPassword(input.password)
      const wrong: FieldProblems = {
        ...(input.code ? {} : { code: words.codeMissing }),
        ...(input.siteName ? {} : { siteName: words.siteNameMissing }),
        ...(input.name ? {} : { name: words.nameMissing }),
        ...(isEmail(input.email) ? {} : { email: emailWrong }),
        ...(problem ? { password: password[problem] } : {}),
      }
      return Object.keys(wrong).length > 0 ? { wrong } : { send: input }
    },
    (input) => setting.mutate(input, { onSuccess: () => onDone(input), onError: (error) => form.refuse(refusals(error)) }),
  )
  const failure = setting.error && Object.keys(refusals(setting.error)).length === 0 ? sayFailure(setting.error) : ''
  return { form, busy: setting.isPending, failure }
}

/** Says of a refusal which field it is about. */
function useRefusals(): (error: unknown) => FieldProblems {
  const words = useDoorText().setup
  const { problems } = usePasswordText()
  return (error) => {
    if (!(error instanceof ApiError)) return {}
    if (error.code === 'confirmation_failed') return { code: words.codeWrong }
    const problem = refusalOfPassword(error)
    const others = error.errors.map(({ pointer = '' }) => [pointer.slice(1), words.check])
    return { ...Object.fromEntries(others), ...(problem ? { password: problems[problem] } : {}) }
  }
}
