import type { Me, ProfilePatch } from '@bantin/shared/auth'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useAccountText } from '../../lib/i18n/desk/use-account-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { useAskForm } from '../../ui/use-ask-form.ts'
import { useSayFailure } from '../../ui/use-say-failure.ts'
import { meQuery, saveProfileMutation } from './account.api.ts'

/** The profile under the hands of its person. Once it differs from what was shown first, saving is told so instead of writing over it. */
export function useProfile(me: Me, { done, failed, hush }: Saying) {
  const words = useAccountText().profile
  const client = useQueryClient()
  const sayFailure = useSayFailure()
  const saving = useMutation(saveProfileMutation())
  const [shown, setShown] = useState(me)
  // A new password changes the version too, and nothing of what is shown here.
  const isAsShown = me.name === shown.name && me.locale === shown.locale
  const version = isAsShown ? me.version : shown.version

  const explain = async (error: unknown): Promise<void> => {
    if (!(error instanceof ApiError && error.code === 'version_stale')) return failed(sayFailure(error))
    const now = await client.fetchQuery({ ...meQuery(), staleTime: 0 })
    setShown(now)
    failed(words.stale(now.name))
  }
  const send = (patch: ProfilePatch): void => {
    hush()
    saving.mutate(
      { patch, version },
      {
        onSuccess: (saved) => {
          setShown(saved)
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
