import type { Unit } from '@bantin/shared/units'
import { Link } from 'wouter'
import { formatDate } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useOrganizationText } from '../../lib/i18n/site/use-organization-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { sayDays } from '../../lib/say-days.ts'
import { LongList } from './long-list.tsx'
import styles from './unit-history.module.css'
import { UnitLinks } from './unit-links.tsx'

/** Where it is not there yet, from when on it will be; from when on it is not any more, and what comes in its place. */
export function UnitLife({ unit: { names, closedOn, successors }, day }: { unit: Unit; day: string }) {
  const words = useOrganizationText().unit
  const locale = useLocale()
  const begins = names[0]?.from
  return (
    <>
      {begins && begins > day ? <p>{words.notYet(formatDate(begins, locale))}</p> : null}
      {closedOn ? <p>{words.closed(formatDate(closedOn, locale))}</p> : null}
      {closedOn && successors.length > 0 ? (
        <div>
          <p>{words.successors}:</p>
          <UnitLinks units={successors} />
        </div>
      ) : null}
    </>
  )
}

/** Names of other days, the newest first. */
export function UnitNames({ unit }: { unit: Unit }) {
  const words = useOrganizationText().person.days
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

/** Posts with who holds them on the day. */
export function UnitLeaders({ unit }: { unit: Unit }) {
  const { kinds } = useOrganizationText().person
  const paths = sitePaths(useLocale())
  const held = unit.posts.flatMap(({ id, name, holders }) =>
    holders.map(({ appointmentId, person, kind }) => ({ key: `${id}${appointmentId}`, post: name, person, kind })),
  )
  return (
    <LongList items={held}>
      {(some) => (
        <ul className={styles.list} lang="vi">
          {some.map(({ key, post, person, kind }) => (
            <li key={key}>
              {post}: <Link href={paths.person(person.slug)}>{person.name}</Link>
              {kind === 'acting' || kind === 'concurrent' ? ` (${kinds[kind]})` : null}
            </li>
          ))}
        </ul>
      )}
    </LongList>
  )
}

/** Who leads a bloc, by years. What is only proposed says so. */
export function UnitTerms({ unit }: { unit: Unit }) {
  const words = useOrganizationText().unit
  const paths = sitePaths(useLocale())
  return (
    <LongList items={unit.terms}>
      {(some) => (
        <ul className={styles.list}>
          {some.map(({ year, role, status, unit: leader }) => (
            <li key={`${year}${role}${leader.id}`}>
              {year}, {words.termRoles[role === 'head' ? 'head' : 'deputy']}:{' '}
              <Link href={paths.unit(leader.slug)} lang="vi">
                {leader.name}
              </Link>
              {status === 'proposed' ? ` (${words.proposed})` : null}
            </li>
          ))}
        </ul>
      )}
    </LongList>
  )
}
