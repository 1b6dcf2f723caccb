import type { User } from '@bantin/shared/users'
import { formatMoment } from '../../lib/format.ts'
import { useUserText } from '../../lib/i18n/desk/use-user-text.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { localeNames } from '../../ui/locale-field.tsx'
import { StateMark } from './state-mark.tsx'
import styles from './user-facts.module.css'

/** What there is to know about an account at a glance; the e-mail where it is not in a field below. */
export function UserFacts({ user, isOwn }: { user: User; isOwn: boolean }) {
  const words = useUserText()
  const { neverSeen } = useUsersText()
  const locale = useLocale()
  const { email, state, disabledAt, lastSeenAt, createdAt, mayChange } = user
  return (
    <dl className={styles.facts}>
      {mayChange && !isOwn ? null : (
        <>
          <dt>{words.email}</dt>
          <dd>{email}</dd>
        </>
      )}
      <dt>{words.state}</dt>
      <dd>{disabledAt ? words.disabledSince(formatMoment(disabledAt, locale)) : <StateMark state={state} />}</dd>
      <dt>{words.lastSeen}</dt>
      <dd>{lastSeenAt ? formatMoment(lastSeenAt, locale) : neverSeen}</dd>
      <dt>{words.createdAt}</dt>
      <dd>{formatMoment(createdAt, locale)}</dd>
      <dt>{words.language}</dt>
      <dd>{localeNames[user.locale]}</dd>
    </dl>
  )
}
