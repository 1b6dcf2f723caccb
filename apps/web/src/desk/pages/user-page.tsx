import type { User } from '@bantin/shared/users'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { UserSecondFactor, UserSessions } from '../../features/users/user-access.tsx'
import { UserDetails } from '../../features/users/user-details.tsx'
import { UserFacts } from '../../features/users/user-facts.tsx'
import { UserGrants, UserGrantsRead } from '../../features/users/user-grants.tsx'
import { UserLeaving } from '../../features/users/user-leaving.tsx'
import { UserLink } from '../../features/users/user-link.tsx'
import { userQuery } from '../../features/users/users.api.ts'
import { ApiError } from '../../lib/api-error.ts'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { useMe } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { MissingPart, WaitingPart } from '../shell/screens.tsx'
import { useSitePermission } from '../use-site-permission.ts'
import { useUserPermission } from '../use-user-permission.ts'
import { HandOver } from './hand-over.tsx'
import { OwnAccount } from './own-account.tsx'
import { useGrantPlaces } from './use-grant-places.ts'
import { useTitle } from './use-title.ts'
import styles from './user-page.module.css'

/** One user's account: to change for those who administer all of it, to read for others. */
export function UserPage() {
  const { userId } = useParams({ from: '/ban-bien-tap/nguoi-dung/$userId' })
  const query = useQuery(userQuery(userId))
  if (query.isPending) return <WaitingPart />
  if (query.data) return <Opened key={userId} user={query.data} />
  if (query.error instanceof ApiError && (query.error.status === 404 || query.error.status === 403)) return <MissingPart />
  return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
}

function Opened({ user }: { user: User }) {
  const words = useUserText()
  const saying = useSaid()
  const places = useGrantPlaces()
  const isOwn = useMe().id === user.id
  const mayChangeGrants = user.mayChange || places.length > 0
  useTitle(user.name)
  return (
    <div className={styles.page}>
      <Link to="/ban-bien-tap/nguoi-dung" className={styles.back}>
        <Icon name="back" />
        {words.back}
      </Link>
      <h1>{user.name}</h1>
      <SaidLine {...saying} />
      <Standing user={user} isOwn={isOwn} />
      <UserFacts user={user} isOwn={isOwn} />
      {user.mayChange ? <UserDetails user={user} isOwn={isOwn} saying={saying} /> : null}
      {mayChangeGrants ? <UserGrants user={user} places={places} saying={saying} /> : <UserGrantsRead user={user} />}
      {user.mayChange && !isOwn ? <Account user={user} saying={saying} /> : null}
      <AuditLink user={user} />
    </div>
  )
}

/** Whose account it is, and why it cannot be changed. */
function Standing({ user: { mayChange }, isOwn }: { user: User; isOwn: boolean }) {
  const words = useUserText()
  const mayAny = useUserPermission()('users.change')
  if (isOwn) {
    return (
      <p className={styles.note}>
        {words.ownAccount} <OwnAccount text={words.toOwnAccount} />.
      </p>
    )
  }
  return mayChange ? null : <p className={styles.note}>{mayAny ? words.readOnlyUnit : words.readOnly}</p>
}

/** What is done to somebody else's account; one's own is seen to where a password is asked for. */
function Account({ user, saying }: { user: User; saying: Saying }) {
  const { secondFactor } = useMe()
  return (
    <>
      {user.state === 'disabled' ? null : <UserLink user={user} saying={saying} />}
      <UserSessions user={user} saying={saying} />
      <UserSecondFactor user={user} saying={saying} isOwnOn={secondFactor.isOn} ownAccount={(text) => <OwnAccount text={text} />} />
      <UserLeaving user={user} saying={saying} handOver={<HandOver user={user} saying={saying} />} />
    </>
  )
}

function AuditLink({ user }: { user: User }) {
  const words = useUserText()
  if (!useSitePermission()('audit.read')) return null
  return (
    <p>
      <Link to="/ban-bien-tap/nhat-ky" search={{ 'tai-khoan': user.id }}>
        {words.audit}
      </Link>
    </p>
  )
}
