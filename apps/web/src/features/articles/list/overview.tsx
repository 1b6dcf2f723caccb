import type { Actor, Role } from '@bantin/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDeskText } from '../../../lib/i18n/desk/use-desk-text.ts'
import { isOverdue } from '../article-state.ts'
import { firstArticlesQuery } from '../editorial.api.ts'
import styles from './overview.module.css'
import { filtersOf, type ListSearch } from './state-filter.ts'

interface OverviewProps {
  actor: Actor
  /** The link to the list with these filters around what it counts. */
  link: (search: ListSearch, content: ReactNode) => ReactNode
}

const views = {
  review: { 'ban-nhap': 'cho-duyet', cua: 'nguoi-khac' },
  scheduled: { 'ban-nhap': 'hen-gio' },
  unreviewed: { 'dang-truoc': true },
  mine: { 'ban-nhap': 'nhap', cua: 'toi' },
} as const satisfies Record<string, ListSearch>

/** What waits for this person: numbers that lead to the articles they count. */
export function Overview({ actor, link }: OverviewProps) {
  const words = useDeskText().list
  const has = (...roles: Role[]) => actor.grants.some(({ role }) => roles.includes(role))
  const reviews = has('editor', 'publisher', 'admin')
  return (
    <nav className={styles.overview} aria-label={words.overview.title}>
      <ul className={styles.tiles}>
        {reviews ? <Tile view="review" actor={actor} link={link} /> : null}
        <Tile view="scheduled" actor={actor} link={link} />
        {reviews || has('auditor') ? <Tile view="unreviewed" actor={actor} link={link} /> : null}
        {reviews || has('reporter') ? <Tile view="mine" actor={actor} link={link} /> : null}
      </ul>
    </nav>
  )
}

function Tile({ view, actor, link }: OverviewProps & { view: keyof typeof views }) {
  const words = useDeskText().list.overview
  const search = views[view]
  const { data } = useQuery(firstArticlesQuery(filtersOf(search, actor.userId ?? '')))
  const overdue = data?.articles.filter(isOverdue).length ?? 0
  const late: ListSearch = { 'qua-gio': true }
  return (
    <li className={styles.tile}>
      {link(
        search,
        <>
          <strong className={styles.count}>{data ? `${data.articles.length}${data.more ? '+' : ''}` : '–'}</strong> {words[view]}
        </>,
      )}
      {overdue > 0 ? <span className={styles.overdue}>{link(late, words.overdue(overdue))}</span> : null}
    </li>
  )
}
