import type { User } from '@bantin/shared/users'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { personQuery } from '../../features/people/people.api.ts'
import { PersonSecondFactor, PersonSessions } from '../../features/people/person-access.tsx'
import { PersonDetails } from '../../features/people/person-details.tsx'
import { PersonFacts } from '../../features/people/person-facts.tsx'
import { PersonGrants, PersonGrantsRead } from '../../features/people/person-grants.tsx'
import { PersonLeaving } from '../../features/people/person-leaving.tsx'
import { PersonLink } from '../../features/people/person-link.tsx'
import { ApiError } from '../../lib/api-error.ts'
import { usePersonText } from '../../lib/i18n/desk/use-person-text.ts'
import { useMe } from '../../lib/use-session.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SaidLine, type Saying, useSaid } from '../../ui/said-line.tsx'
import { MissingPart, WaitingPart } from '../shell/screens.tsx'
import { useSitePermission } from '../use-site-permission.ts'
import { useUserPermission } from '../use-user-permission.ts'
import { HandOver } from './hand-over.tsx'
import { OwnAccount } from './own-account.tsx'
import styles from './person-page.module.css'
import { useGrantPlaces } from './use-grant-places.ts'
import { useTitle } from './use-title.ts'

/** One person's account: to change for those who administer all of it, to read for others. */
export function PersonPage() {
  const { userId } = useParams({ from: '/ban-bien-tap/nguoi-dung/$userId' })
  const query = useQuery(personQuery(userId))
  if (query.isPending) return <WaitingPart />
  if (query.data) return <Opened key={userId} person={query.data} />
  if (query.error instanceof ApiError && (query.error.status === 404 || query.error.status === 403)) return <MissingPart />
  return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
}

function Opened({ person }: { person: User }) {
  const words = usePersonText()
  const saying = useSaid()
  const places = useGrantPlaces()
  const isOwn = useMe().id === person.id
  const mayChangeGrants = person.mayChange || places.length > 0
  useTitle(person.name)
  return (
    <div className={styles.page}>
      <Link to="/ban-bien-tap/nguoi-dung" className={styles.back}>
        <Icon name="back" />
        {words.back}
      </Link>
      <h1>{person.name}</h1>
      <SaidLine {...saying} />
      <Standing person={person} isOwn={isOwn} />
      <PersonFacts person={person} isOwn={isOwn} />
      {person.mayChange ? <PersonDetails person={person} isOwn={isOwn} saying={saying} /> : null}
      {mayChangeGrants ? <PersonGrants person={person} places={places} saying={saying} /> : <PersonGrantsRead person={person} />}
      {person.mayChange && !isOwn ? <Account person={person} saying={saying} /> : null}
      <AuditLink person={person} />
    </div>
  )
}

/** Whose account it is, and why it cannot be changed. */
function Standing({ person: { mayChange }, isOwn }: { person: User; isOwn: boolean }) {
  const words = usePersonText()
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
function Account({ person, saying }: { person: User; saying: Saying }) {
  const { secondFactor } = useMe()
  return (
    <>
      {person.state === 'disabled' ? null : <PersonLink person={person} saying={saying} />}
      <PersonSessions person={person} saying={saying} />
      <PersonSecondFactor person={person} saying={saying} isOwnOn={secondFactor.isOn} ownAccount={(text) => <OwnAccount text={text} />} />
      <PersonLeaving person={person} saying={saying} handOver={<HandOver person={person} saying={saying} />} />
    </>
  )
}

function AuditLink({ person }: { person: User }) {
  const words = usePersonText()
  if (!useSitePermission()('audit.read')) return null
  return (
    <p>
      <Link to="/ban-bien-tap/nhat-ky" search={{ 'tai-khoan': person.id }}>
        {words.audit}
      </Link>
    </p>
  )
}
