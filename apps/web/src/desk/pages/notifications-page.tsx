import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { NotificationList } from '../../features/notifications/notification-list.tsx'
import { notificationSettingsQuery, notificationsQuery } from '../../features/notifications/notifications.api.ts'
import { type NotificationsSearch, readNotificationsSearch } from '../../features/notifications/notifications-search.ts'
import { ReadAll } from '../../features/notifications/read-all.tsx'
import { ToldSettings } from '../../features/notifications/told-settings.tsx'
import { useRead } from '../../features/notifications/use-read.ts'
import { useNotificationsText } from '../../lib/i18n/desk/use-notifications-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { PagedList } from '../../ui/paged-list.tsx'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { WaitingPart } from '../shell/screens.tsx'
import styles from './list-page.module.css'
import { useTitle } from './use-title.ts'

/** What the signed-in person was told, and how he is told. */
export function NotificationsPage() {
  const words = useNotificationsText()
  // The router hands on what it does not know, unread; it is read here.
  const { xem } = readNotificationsSearch({ ...useSearch({ from: '/ban-bien-tap/thong-bao' }) })
  const saying = useSaid()
  useTitle(words.title)
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        {xem === 'cach-bao' ? null : <ReadAll unread={xem === 'chua-doc'} saying={saying} />}
      </div>
      <Views />
      <SaidLine {...saying} />
      {xem === 'cach-bao' ? <Settings saying={saying} /> : <Told unread={xem === 'chua-doc'} saying={saying} />}
    </div>
  )
}

function Views() {
  const { views } = useNotificationsText()
  const all: { name: string; search: NotificationsSearch }[] = [
    { name: views.all, search: {} },
    { name: views.unread, search: { xem: 'chua-doc' } },
    { name: views.settings, search: { xem: 'cach-bao' } },
  ]
  return (
    <nav className={styles.views} aria-label={views.label}>
      {all.map(({ name, search }) => (
        <Link key={name} to="/ban-bien-tap/thong-bao" search={search} activeOptions={{ exact: true }} resetScroll={false}>
          {name}
        </Link>
      ))}
    </nav>
  )
}

function Told({ unread, saying }: { unread: boolean; saying: Saying }) {
  const words = useNotificationsText()
  const read = useRead(saying)
  return (
    <PagedList query={useInfiniteQuery(notificationsQuery(unread))} words={words} empty={<Empty unread={unread} />}>
      {(notifications) => (
        <NotificationList
          notifications={notifications}
          onRead={read}
          articleLink={(articleId, title, onOpen) => (
            <Link to="/ban-bien-tap/bai/$articleId" params={{ articleId }} onClick={onOpen}>
              {title}
            </Link>
          )}
        />
      )}
    </PagedList>
  )
}

function Empty({ unread }: { unread: boolean }) {
  const words = useNotificationsText()
  return (
    <div className={styles.empty}>
      <p>{unread ? words.emptyUnread : words.empty}</p>
      {unread ? null : <p>{words.emptyLead}</p>}
    </div>
  )
}

function Settings({ saying }: { saying: Saying }) {
  const { data, isPending, error, refetch } = useQuery(notificationSettingsQuery())
  if (isPending) return <WaitingPart />
  if (!data) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  return <ToldSettings settings={data} saying={saying} />
}
