import type { MailTime, NotificationKind, NotificationSettings } from '@bantin/shared/notifications'
import { useNotificationsText } from '../../lib/i18n/desk/use-notifications-text.ts'
import { Button } from '../../ui/button.tsx'
import { Choice, Choices } from '../../ui/choices.tsx'
import { NoticeLine } from '../../ui/notice-line.tsx'
import type { Saying } from '../../ui/said-line.tsx'
import { ChatAddress } from './chat-address.tsx'
import styles from './told-settings.module.css'
import { Trial } from './trial.tsx'
import { useTold } from './use-told.ts'

interface ToldSettingsProps {
  settings: NotificationSettings
  saying: Saying
}

/** How a person is told: by mail, of what, and into which chat; with a way to try it. */
export function ToldSettings({ settings, saying }: ToldSettingsProps) {
  const words = useNotificationsText().settings
  return (
    <div className={styles.settings}>
      <p className={styles.soft}>{words.lead}</p>
      {settings.canMail ? null : (
        <NoticeLine tone="notice">
          <p>{words.cannotMail}</p>
        </NoticeLine>
      )}
      <Told settings={settings} saying={saying} />
      <ChatAddress settings={settings} saying={saying} />
      <Trial settings={settings} saying={saying} />
    </div>
  )
}

function Told({ settings, saying }: ToldSettingsProps) {
  const words = useNotificationsText().settings
  const { shown, isChanged, busy, choose, undo, save } = useTold(settings, saying)
  const mute = (kind: NotificationKind, isTold: boolean): void =>
    choose({ muted: isTold ? shown.muted.filter((other) => other !== kind) : [...shown.muted, kind] })
  return (
    <section className={styles.section} aria-label={words.title}>
      <Choices legend={words.mail}>
        {(Object.keys(words.mails) as MailTime[]).map((mail) => (
          <Choice
            key={mail}
            type="radio"
            name="mail"
            checked={mail === shown.mail}
            hint={words.mails[mail].hint}
            onChange={() => choose({ mail })}
          >
            <strong>{words.mails[mail].name}</strong>
          </Choice>
        ))}
      </Choices>
      <div className={styles.kinds}>
        <Choices legend={words.kinds}>
          {(Object.keys(words.kindNames) as NotificationKind[]).map((kind) => (
            <Choice key={kind} type="checkbox" checked={!shown.muted.includes(kind)} onChange={(event) => mute(kind, event.target.checked)}>
              {words.kindNames[kind]}
            </Choice>
          ))}
        </Choices>
      </div>
      <div className={styles.actions}>
        {isChanged ? (
          <>
            <Button variant="primary" busy={busy} onClick={() => void save()}>
              {busy ? words.saving : words.save}
            </Button>
            <Button onClick={undo}>{words.undo}</Button>
          </>
        ) : null}
      </div>
    </section>
  )
}
