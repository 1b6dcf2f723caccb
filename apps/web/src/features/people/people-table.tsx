import type { UserCard } from '@bantin/shared/users'
import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { usePeopleText } from '../../lib/i18n/desk/use-people-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Table } from '../../ui/table.tsx'
import { useMedia } from '../../ui/use-media.ts'
import styles from './people-table.module.css'
import { useSayGrant } from './say-grant.ts'
import { StateMark } from './state-mark.tsx'

export interface PeopleTableProps {
  people: readonly UserCard[]
  /** The signed-in person's id. */
  me: string
  /** The link to a person's page around the name. */
  link: (person: UserCard, name: string) => ReactNode
}

/** People with their roles: a table, on a narrow screen cards. */
export function PeopleTable(props: PeopleTableProps) {
  return useMedia('(min-width: 56rem)') ? <Wide {...props} /> : <Cards {...props} />
}

function Wide({ people, ...rest }: PeopleTableProps) {
  const words = usePeopleText()
  const locale = useLocale()
  const { name, grants, state, secondFactor, lastSeen } = words.columns
  return (
    <Table className={styles.table} columns={[name, grants, state, secondFactor, lastSeen]}>
      {people.map((person) => (
        <tr key={person.id}>
          <td className={styles.who}>
            <Who person={person} {...rest} />
          </td>
          <td className={styles.grants}>
            <Grants grants={person.grants} />
          </td>
          <td className={styles.short}>
            <StateMark state={person.state} />
          </td>
          <td className={person.hasSecondFactor ? undefined : styles.soft}>{words.secondFactor[person.hasSecondFactor ? 'on' : 'off']}</td>
          <td className={styles.short}>
            {person.lastSeenAt ? formatMoment(person.lastSeenAt, locale) : <span className={styles.soft}>{words.neverSeen}</span>}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Cards({ people, ...rest }: PeopleTableProps) {
  const words = usePeopleText()
  const locale = useLocale()
  return (
    <ul className={styles.cards}>
      {people.map((person) => (
        <li key={person.id} className={styles.card}>
          <div className={styles.who}>
            <Who person={person} {...rest} />
          </div>
          <StateMark state={person.state} />
          <Grants grants={person.grants} />
          <p className={styles.soft}>
            {words.secondFactorIs[person.hasSecondFactor ? 'on' : 'off']},{' '}
            {person.lastSeenAt ? words.lastSeen(formatMoment(person.lastSeenAt, locale)) : words.never}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Who({ person, me, link }: Omit<PeopleTableProps, 'people'> & { person: UserCard }) {
  const words = usePeopleText()
  return (
    <>
      {link(person, person.name)} {person.id === me ? <span className={styles.soft}>{words.you}</span> : null}
      <span className={styles.email}>{person.email}</span>
    </>
  )
}

/** The first few: who has twenty roles is not to fill the screen. */
const shown = 3

function Grants({ grants }: Pick<UserCard, 'grants'>) {
  const words = usePeopleText()
  const say = useSayGrant()
  if (grants.length === 0) return <span className={styles.soft}>{words.noGrants}</span>
  // One more than fits is shown rather than counted.
  const first = grants.length <= shown + 1 ? grants : grants.slice(0, shown)
  return (
    <ul className={styles.lines}>
      {first.map((grant) => (
        <li key={`${grant.role} ${grant.unitId}`}>{say(grant)}</li>
      ))}
      {first.length < grants.length ? <li className={styles.soft}>{words.moreGrants(grants.length - first.length)}</li> : null}
    </ul>
  )
}
