import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { unreadCountQuery } from '../../features/notifications/notifications.api.ts'
import { useDeskText } from '../../lib/i18n/desk/use-desk-text.ts'
import { needsSecondFactor } from '../../lib/session-door.ts'
import { useMe } from '../../lib/use-session.ts'
import { Icon } from '../../ui/icon.tsx'
import styles from './bell.module.css'

/** More than this nobody counts. */
const most = 99

/** The way to the notifications, with how many are not read. It is the desk's news that keeps the number fresh. */
export function Bell() {
  const { bell: words } = useDeskText()
  const me = useMe()
  // Who has to turn a second factor on first is answered nothing else.
  const count = useQuery({ ...unreadCountQuery(), enabled: !needsSecondFactor(me) }).data ?? 0
  const shown = count > most ? `${most}+` : String(count)
  return (
    <Link to="/ban-bien-tap/thong-bao" className={styles.bell} aria-label={count > 0 ? words.unread(shown) : words.none}>
      <Icon name="bell" />
      {count > 0 ? (
        <span className={styles.count} aria-hidden="true">
          {shown}
        </span>
      ) : null}
    </Link>
  )
}
