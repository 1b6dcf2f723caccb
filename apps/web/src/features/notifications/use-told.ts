import type { NotificationSettings, NotificationSettingsPatch } from '@bantin/shared/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../lib/api-error.ts'
import { useNotificationsText } from '../../lib/i18n/desk/use-notifications-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { saveNotificationSettingsMutation } from './notifications.api.ts'

type Choice = Pick<NotificationSettingsPatch, 'mail' | 'muted'>

/** How one is told, under the hands of whoever changes it: what is chosen outlives what is loaded. */
export function useTold(settings: NotificationSettings, { done, failed, hush }: Saying) {
  const words = useNotificationsText().settings
  const { mutateAsync, isPending: busy } = useMutation(saveNotificationSettingsMutation())
  const [choice, setChoice] = useState<Choice>({})
  const patch = differing(choice, settings)

  const choose = (part: Choice): void => {
    hush()
    setChoice({ ...choice, ...part })
  }
  const undo = (): void => {
    hush()
    setChoice({})
  }
  const save = async (): Promise<void> => {
    hush()
    try {
      await mutateAsync({ patch, version: settings.version })
      setChoice((chosen) => without(chosen, choice))
      done(words.saved)
    } catch (error) {
      // It was changed by oneself: what stands by now is shown below what was chosen.
      failed(error instanceof ApiError && error.code === 'version_stale' ? words.stale : words.failed)
    }
  }
  return { shown: { ...settings, ...choice }, isChanged: Object.keys(patch).length > 0, busy, choose, undo, save }
}

/** What was chosen meanwhile is not saved yet. */
function without(chosen: Choice, saved: Choice): Choice {
  const { mail, muted } = chosen
  return { ...(mail && mail !== saved.mail ? { mail } : {}), ...(muted && muted !== saved.muted ? { muted } : {}) }
}

function differing({ mail, muted }: Choice, settings: NotificationSettings): Choice {
  const isOther = muted !== undefined && (muted.length !== settings.muted.length || muted.some((kind) => !settings.muted.includes(kind)))
  return { ...(mail && mail !== settings.mail ? { mail } : {}), ...(isOther ? { muted } : {}) }
}
