import type { Settings } from '@bantin/shared/settings'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { saveSettingsMutation, settingsQuery } from './settings.api.ts'
import { useSayChange } from './use-site-policy.ts'

/** The list of genres under the hands of whoever changes it: what is changed outlives what is loaded. */
export function useGenres(settings: Settings, { done, failed, hush }: Saying) {
  const words = useSettingsText()
  const client = useQueryClient()
  const sayChange = useSayChange()
  const { mutate, isPending: busy } = useMutation(saveSettingsMutation())
  const [draft, setDraft] = useState<{ genres: string[]; version: number } | null>(null)
  const genres = draft?.genres ?? settings.genres
  const isChanged = JSON.stringify(genres) !== JSON.stringify(settings.genres)

  const change = (next: string[]): void => {
    hush()
    // What is loaded anew in the meantime is told by the refusal, not written over in silence.
    setDraft({ genres: next, version: draft?.version ?? settings.version })
  }
  const explain = async (error: unknown): Promise<void> => {
    if (!(error instanceof ApiError && error.code === 'version_stale')) return failed(words.failed)
    const [now, who] = await Promise.all([client.fetchQuery({ ...settingsQuery(), staleTime: 0 }), sayChange()])
    setDraft({ genres, version: now.version })
    failed(`${who} ${words.genres.stale(now.genres.join(', '))}`)
  }
  const save = (): void => {
    hush()
    const onSuccess = (): void => {
      setDraft(null)
      void client.invalidateQueries({ queryKey: ['site'] })
      done(words.genres.saved)
    }
    const onError = (error: unknown): void => void explain(error).catch(() => failed(words.failed))
    mutate({ patch: { genres }, version: draft?.version ?? settings.version }, { onSuccess, onError })
  }
  const undo = (): void => {
    hush()
    setDraft(null)
  }
  return { genres, isChanged, busy, change, undo, save }
}
