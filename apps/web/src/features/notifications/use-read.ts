import { notifyManager, useMutation } from '@tanstack/react-query'
import { useNotificationsText } from '../../lib/i18n/desk/use-notifications-text.ts'
import type { Saying } from '../../ui/said-line.tsx'
import { readMutation } from './notifications.api.ts'

/** Marks one as read, and says so. */
export function useRead({ done, failed, hush }: Saying) {
  const words = useNotificationsText()
  const { mutate } = useMutation(readMutation())
  return (id: string, title: string): void => {
    hush()
    mutate(
      { ids: [id] },
      {
        // Said after the list shows it: by then the button has left, and what is said takes its focus.
        onSuccess: () => notifyManager.schedule(() => done(words.readOneDone(title))),
        onError: () => failed(words.failed),
      },
    )
  }
}
