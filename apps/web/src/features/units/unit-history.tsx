import type { Unit } from '@bantin/shared/units'
import { Link } from 'wouter'
import { formatDate } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { sayDays } from '../../lib/say-days.ts'
import styles from './unit-history.module.css'
import { UnitLinks } from './unit-links.tsx'

/** From when on a unit is not there, and what comes in its place; nothing of one that goes on. */
export function UnitEnd({ unit: { closedOn, successors } }: { unit: Unit }) {
  const words = useSiteText().unit
  const locale = useLocale()
  if (!closedOn) return null
  return (
    <div>
      <p>{words.closed(formatDate(closedOn, locale))}</p>
      {successors.length > 0 ? (
        <>
          <p>{words.successors}:</p>
          <UnitLinks units={successors} />
        </>
      ) : null}
    </div>
  )
}

/** Names of other days, the newest first. */
export function UnitNames({ unit }: { unit: Unit }) {
  const words = useSiteText().person.days
  const locale = useLocale()
  return (
    <ul className={styles.list}>
      {unit.names
        .filter(({ name }) => name !== unit.name)
        .toReversed()
        .map((each) => (
          <li key={`${each.name}${each.from}`}>
            <span lang="vi">{each.name}</span> ({sayDays(each, words, locale)})
          </li>
        ))}
    </ul>
  )
}

/** Posts with who holds them today. */
export function UnitLeaders({ unit }: { unit: Unit }) {
  const paths = sitePaths(useLocale())
  return (
    <ul className={styles.list} lang="vi">
      {unit.posts.flatMap(({ id, name, holders }) =>
        holders.map(({ appointmentId, person }) => (
          <li key={`${id}${appointmentId}`}>
            {name}: <Link href={paths.person(person.slug)}>{person.name}</Link>
          </li>
        )),
      )}
    </ul>
  )
}

/** Who leads a bloc, by years. What is only proposed says so. */
export function UnitTerms({ unit }: { unit: Unit }) {
  const words = useSiteText().unit
  const paths = sitePaths(useLocale())
  return (
    <ul className={styles.list}>
      {unit.terms.map(({ year, role, status, unit: leader }) => (
        <li key={`${year}${leader.id}`}>
          {year}, {words.termRoles[role === 'head' ? 'head' : 'deputy']}:{' '}
          <Link href={paths.unit(leader.slug)} lang="vi">
            {leader.name}
          </Link>
          {status === 'proposed' ? ` (${words.proposed})` : null}
        </li>
      ))}
    </ul>
  )
}
