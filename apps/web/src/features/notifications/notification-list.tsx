import type { Notification } from '@bantin/shared/notifications'
import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useNotificationsText } from '../../lib/i18n/desk/use-notifications-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Button } from '../../ui/button.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './notification-list.module.css'

interface NotificationListProps {
  notifications: readonly Notification[]
  /** The link to the article that it is about; whoever opens it has read what was told. */
  articleLink: (id: string, title: string, onOpen: () => void) => ReactNode
  onRead: (id: string, title: string) => void
}

/** What a person was told, each with the way to the article. Those that are not read are marked. */
export function NotificationList({ notifications, ...rest }: NotificationListProps) {
  return (
    <ul className={styles.list}>
      {notifications.map((notification) => (
        <Item key={notification.id} notification={notification} {...rest} />
      ))}
    </ul>
  )
}

function Item({ notification, articleLink, onRead }: Omit<NotificationListProps, 'notifications'> & { notification: Notification }) {
  const words = useNotificationsText()
  const locale = useLocale()
  const { id, kind, at, readAt, article, by, note } = notification
  const isUnread = readAt === null
  const title = article.title || words.untitled
  const read = (): void => {
    if (isUnread) onRead(id, title)
  }
  return (
    <li className={[styles.item, isUnread ? styles.unread : ''].join(' ')}>
      {isUnread ? <span className={styles.mark} aria-hidden="true" /> : null}
      <div>
        <p className={styles.title}>
          {isUnread ? <VisuallyHidden>{words.unread}: </VisuallyHidden> : null}
          {articleLink(article.id, title, read)}
        </p>
        <p className={styles.facts}>
          {words.said[kind](by)} · <time dateTime={at}>{formatMoment(at, locale)}</time>
        </p>
        {note ? <p className={styles.note}>{note}</p> : null}
      </div>
      {isUnread ? (
        <Button variant="quiet" aria-label={words.readOne(title)} onClick={read}>
          {words.read}
        </Button>
      ) : null}
    </li>
  )
}
