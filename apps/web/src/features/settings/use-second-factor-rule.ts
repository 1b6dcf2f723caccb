import type { Settings } from '@bantin/shared/settings'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { saveSettingsMutation, settingsQuery } from './settings.api.ts'
import { useSayChange } from './use-site-policy.ts'

/** Turns the rule on or off as the settings were read. When somebody else was faster nothing is done: it is too much to do unseen. */
export function useSecondFactorRule({ version }: Settings, { done, failed, hush }: Saying) {
  const words = useSettingsText()
  const client = useQueryClient()
  const sayChange = useSayChange()
  const { mutate, isPending: busy } = useMutation(saveSettingsMutation())

  const explain = async (error: unknown): Promise<void> => {
    if (!(error instanceof ApiError && error.code === 'version_stale')) return failed(words.failed)
    const [who] = await Promise.all([sayChange(), client.fetchQuery({ ...settingsQuery(), staleTime: 0 })])
    failed(`${who} ${words.secondFactor.stale}`)
  }
  const turn = (secondFactorRequired: boolean): void => {
    hush()
    mutate(
      { patch: { secondFactorRequired }, version },
      {
        onSuccess: () => done(secondFactorRequired ? words.secondFactor.turnedOn : words.secondFactor.turnedOff),
        onError: (error) => void explain(error).catch(() => failed(words.failed)),
      },
    )
  }
  return { busy, turn }
}
