import type { Settings, SettingsPatch } from '@bantin/shared/settings'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { formatMoment } from '../../lib/format.ts'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { readLastChange, saveSettingsMutation, settingsQuery } from './settings.api.ts'

/** What was chosen, and the version that it was chosen over. */
interface Choice {
  choice: SettingsPatch
  version: number | null
}

const none: Choice = { choice: {}, version: null }

/** The site's policy under the hands of whoever changes it: what is chosen outlives what is loaded. */
export function useSitePolicy(settings: Settings, { done, failed, hush }: Saying) {
  const words = useSettingsText()
  const client = useQueryClient()
  const sayChange = useSayChange()
  const mutation = useMutation(saveSettingsMutation())
  const [{ choice, version }, setChoice] = useState<Choice>(none)
  const patch = differing(choice, settings)

  const choose = (part: SettingsPatch): void => {
    hush()
    // What is loaded anew in the meantime is told by the refusal, not written over in silence.
    setChoice({ choice: { ...choice, ...part }, version: version ?? settings.version })
  }
  const undo = (): void => {
    hush()
    setChoice(none)
  }
  const explain = async (error: unknown): Promise<void> => {
    if (!(error instanceof ApiError && error.code === 'version_stale')) return failed(words.failed)
    const [now, who] = await Promise.all([client.fetchQuery({ ...settingsQuery(), staleTime: 0 }), sayChange()])
    setChoice({ choice, version: now.version })
    const isAlike = Object.keys(differing(choice, now)).length === 0
    failed(`${who} ${isAlike ? words.staleAlike : words.stale(sayPolicy(now, words))}`)
  }
  const save = (): void => {
    hush()
    mutation.mutate(
      { patch, version: version ?? settings.version },
      {
        onSuccess: () => {
          setChoice(none)
          done(words.saved)
        },
        onError: (error) => void explain(error).catch(() => failed(words.failed)),
      },
    )
  }
  return { shown: { ...settings, ...choice }, isChanged: Object.keys(patch).length > 0, busy: mutation.isPending, choose, undo, save }
}

/** Says who changed a policy last; of the site without an id. */
export function useSayChange(): (entityId?: string) => Promise<string> {
  const words = useSettingsText()
  const client = useQueryClient()
  const locale = useLocale()
  return async (entityId) => {
    const change = await readLastChange(client, entityId)
    return change ? words.changedBy(change.who, formatMoment(change.when, locale)) : words.changedByOther
  }
}

function differing(choice: SettingsPatch, settings: Settings): SettingsPatch {
  return {
    ...(choice.publishingPolicy && choice.publishingPolicy !== settings.publishingPolicy
      ? { publishingPolicy: choice.publishingPolicy }
      : {}),
    ...(choice.minorDirect !== undefined && choice.minorDirect !== settings.minorDirect ? { minorDirect: choice.minorDirect } : {}),
  }
}

function sayPolicy({ publishingPolicy, minorDirect }: Settings, words: ReturnType<typeof useSettingsText>): string {
  return `${words.policies[publishingPolicy]}; ${words.minorIs[minorDirect ? 'on' : 'off']}`
}
