import type { Me, ProfilePatch } from '@bantin/shared/auth'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useAccountText } from '../../lib/i18n/desk/use-account-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { saveProfileMutation } from './account.api.ts'
import { useShown } from './use-shown.ts'

/** The profile under the hands of its person. Once it differs from what was shown first, saving is told so instead of writing over it. */
export function useProfile(me: Me, { done, failed, hush }: Saying) {
  const words = useAccountText().profile
  const sayFailure = useSayFailure()
  const saving = useMutation(saveProfileMutation())
  const { version, show, showNow } = useShown(me, ['name', 'locale'])

  const explain = async (error: unknown): Promise<void> => {
    if (!(error instanceof ApiError && error.code === 'version_stale')) return failed(sayFailure(error))
    failed(words.stale((await showNow()).name))
  }
  const send = (patch: ProfilePatch): void => {
    hush()
    saving.mutate(
      { patch, version },
      {
        onSuccess: (saved) => {
          show(saved)
          done(words.saved)
        },
        onError: (error) => void explain(error).catch((later: unknown) => failed(sayFailure(later))),
      },
    )
  }
  const form = useAskForm<ProfilePatch>((filled) => {
    const locale = filled('locale') === 'en' ? 'en' : 'vi'
    return filled('name') ? { send: { name: filled('name'), locale } } : { wrong: { name: words.nameMissing } }
  }, send)
  return { form, busy: saving.isPending }
}
