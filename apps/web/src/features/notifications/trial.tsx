import type { NotificationSettings } from '@bantin/shared/notifications'
import { useMutation } from '@tanstack/react-query'
import { ApiError } from '../../lib/api-error.ts'
import { useNotificationsText } from '../../lib/i18n/desk/use-notifications-text.ts'
import { Button } from '../../ui/button.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { trialMutation } from './notifications.api.ts'
import styles from './told-settings.module.css'

/** Sends something to where a person is told, so that he sees whether it arrives. */
export function Trial({ settings, saying }: { settings: NotificationSettings; saying: Saying }) {
  const { trial: words, failed } = useNotificationsText()
  const { mutate, isPending } = useMutation(trialMutation())
  const isNowhere = settings.mail === 'off' && settings.chatHost === null
  const send = (): void => {
    saying.hush()
    mutate(undefined, {
      onSuccess: () => saying.done(words.sent),
      onError: (error) => saying.failed(error instanceof ApiError && error.status === 429 ? words.tooMany : failed),
    })
  }
  return (
    <section className={styles.section} aria-labelledby="trial">
      <h2 id="trial">{words.title}</h2>
      <p className={styles.soft}>{isNowhere ? words.nowhere : words.lead}</p>
      <div className={styles.actions}>
        {isNowhere ? null : (
          <Button busy={isPending} onClick={send}>
            {isPending ? words.sending : words.button}
          </Button>
        )}
      </div>
    </section>
  )
}
