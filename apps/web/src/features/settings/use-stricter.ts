import type { PolicyOf } from '@bantin/shared/settings'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useSettingsText } from '../../lib/i18n/desk/use-settings-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { type PolicyChange, savePolicyMutation, settingsQuery } from './settings.api.ts'
import { useSayChange } from './use-site-policy.ts'

/** Changes of the units and categories that are stricter. One that somebody else was faster with is kept, to be sent again. */
export function useStricter({ done, failed, hush }: Saying) {
  const words = useSettingsText()
  const client = useQueryClient()
  const sayChange = useSayChange()
  const mutation = useMutation(savePolicyMutation())
  const [refused, setRefused] = useState<PolicyChange | null>(null)

  const explain = async (error: unknown, change: PolicyChange): Promise<void> => {
    if (!(error instanceof ApiError && error.code === 'version_stale')) return failed(words.failed)
    const [now, who] = await Promise.all([client.fetchQuery({ ...settingsQuery(), staleTime: 0 }), sayChange(change.id)])
    const standing = now[change.kind].find(({ id }) => id === change.id)
    if (change.policy === (standing?.publishingPolicy ?? null)) return failed(`${who} ${words.staleAlike}`)
    setRefused(sentAgain(change, standing))
    failed(`${who} ${words.stricter.stale(change.name, change.policy ? words.stricter.policies[change.policy] : words.stricter.none)}`)
  }
  const send = async (change: PolicyChange, said: string): Promise<boolean> => {
    hush()
    setRefused(null)
    try {
      await mutation.mutateAsync(change)
      done(said)
      return true
    } catch (error) {
      await explain(error, change).catch(() => failed(words.failed))
      return false
    }
  }
  return {
    busy: mutation.isPending,
    /** The choice that was refused for a newer one, with the version that it would now stand on. */
    refused,
    send,
    again: () => void (refused && send(refused, words.stricter.changed(refused.name))),
  }
}

function sentAgain({ version: _stale, ...change }: PolicyChange, standing: PolicyOf | undefined): PolicyChange {
  return standing ? { ...change, version: standing.version } : change
}
