import type { UserCard } from '@bantin/shared/users'
import type { ReactNode } from 'react'
import { formatMoment } from '../../lib/format.ts'
import { useUsersText } from '../../lib/i18n/desk/use-users-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { Table } from '../../ui/table.tsx'
import { useMedia } from '../../ui/use-media.ts'
import { useSayGrant } from './say-grant.ts'
import { StateMark } from './state-mark.tsx'
import styles from './users-table.module.css'

export interface UsersTableProps {
  users: readonly UserCard[]
  /** The signed-in person's id. */
  me: string
  /** The link to a user's page around the name. */
  link: (user: UserCard, name: string) => ReactNode
}

/** Users with their roles: a table, on a narrow screen cards. */
export function UsersTable(props: UsersTableProps) {
  return useMedia('(min-width: 56rem)') ? <Wide {...props} /> : <Cards {...props} />
}

function Wide({ users, ...rest }: UsersTableProps) {
  const words = useUsersText()
  const locale = useLocale()
  const { name, grants, state, secondFactor, lastSeen } = words.columns
  return (
    <Table className={styles.table} columns={[name, grants, state, secondFactor, lastSeen]}>
      {users.map((user) => (
        <tr key={user.id}>
          <td className={styles.who}>
            <Who user={user} {...rest} />
          </td>
          <td className={styles.grants}>
            <Grants grants={user.grants} />
          </td>
          <td className={styles.short}>
            <StateMark state={user.state} />
          </td>
          <td className={user.hasSecondFactor ? undefined : styles.soft}>{words.secondFactor[user.hasSecondFactor ? 'on' : 'off']}</td>
          <td className={styles.short}>
            {user.lastSeenAt ? formatMoment(user.lastSeenAt, locale) : <span className={styles.soft}>{words.neverSeen}</span>}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Cards({ users, ...rest }: UsersTableProps) {
  const words = useUsersText()
  const locale = useLocale()
  return (
    <ul className={styles.cards}>
      {users.map((user) => (
        <li key={user.id} className={styles.card}>
          <div className={styles.who}>
            <Who user={user} {...rest} />
          </div>
          <StateMark state={user.state} />
          <Grants grants={user.grants} />
          <p className={styles.soft}>
            {words.secondFactorIs[user.hasSecondFactor ? 'on' : 'off']},{' '}
            {user.lastSeenAt ? words.lastSeen(formatMoment(user.lastSeenAt, locale)) : words.never}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Who({ user, me, link }: Omit<UsersTableProps, 'users'> & { user: UserCard }) {
  const words = useUsersText()
  return (
    <>
      {link(user, user.name)} {user.id === me ? <span className={styles.soft}>{words.you}</span> : null}
      <span className={styles.email}>{user.email}</span>
    </>
  )
}

/** The first few: who has twenty roles is not to fill the screen. */
const shown = 3

function Grants({ grants }: Pick<UserCard, 'grants'>) {
  const words = useUsersText()
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
