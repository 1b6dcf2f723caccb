import type { User } from '@bantin/shared/users'
import { formatMoment } from '../../lib/format.ts'
import { usePeopleText } from '../../lib/i18n/desk/use-people-text.ts'
import { usePersonText } from '../../lib/i18n/desk/use-person-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { localeNames } from '../../ui/locale-field.tsx'
import styles from './person-facts.module.css'
import { StateMark } from './state-mark.tsx'

/** What there is to know about an account at a glance; the e-mail where it is not in a field below. */
export function PersonFacts({ person, isOwn }: { person: User; isOwn: boolean }) {
  const words = usePersonText()
  const { neverSeen } = usePeopleText()
  const locale = useLocale()
  const { email, state, disabledAt, lastSeenAt, createdAt, mayChange } = person
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
      <dd>{localeNames[person.locale]}</dd>
    </dl>
  )
}
