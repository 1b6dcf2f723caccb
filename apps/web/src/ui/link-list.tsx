import type { ReactNode } from 'react'
import { useLinksText } from '../lib/i18n/desk/use-links-text.ts'
import { Button } from './button.tsx'
import { ErrorNotice } from './error-notice.tsx'
import styles from './link-list.module.css'
import { Loading, Skeleton } from './skeleton.tsx'

interface LinkListProps {
  /** The list as it was asked for; `data` is undefined until it is there. */
  query: {
    data: unknown
    error: unknown
    hasNextPage: boolean
    isFetchingNextPage: boolean
    refetch: () => unknown
    fetchNextPage: () => unknown
  }
  label: string
  empty: string
  /** One `li` for each link. */
  children: readonly ReactNode[]
}

/** Links that were made, with what there is to say when there are none, not yet, or when they cannot be read. */
export function LinkList({ query, label, empty, children }: LinkListProps) {
  const words = useLinksText()
  if (query.data === undefined) return query.error ? <ErrorNotice error={query.error} onRetry={() => void query.refetch()} /> : <Waiting />
  if (children.length === 0) return <p className={styles.empty}>{empty}</p>
  return (
    <>
      <ul className={styles.links} aria-label={label}>
        {children}
      </ul>
      {query.hasNextPage ? (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? words.loadingMore : words.more}
        </Button>
      ) : null}
    </>
  )
}

/** One link of the list: what it is, its facts, its buttons. */
export function LinkListItem({ name, facts, children }: { name?: string; facts: readonly string[]; children?: ReactNode }) {
  return (
    <li className={styles.item}>
      {name ? <strong>{name}</strong> : null}
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {children}
    </li>
  )
}

function Waiting() {
  return (
    <Loading>
      <Skeleton width="long" />
      <Skeleton width="short" />
    </Loading>
  )
}
