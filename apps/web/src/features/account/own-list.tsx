import type { ReactNode } from 'react'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import styles from './own-list.module.css'

interface OwnListProps<T> {
  query: { data: { data: T[] } | undefined; error: unknown; refetch: () => unknown }
  label: string
  empty: string
  /** One `li` for each. */
  children: (item: T) => ReactNode
}

/** A list of one's own: its outline while it is loaded, its failure, its items. */
export function OwnList<T>({ query, label, empty, children }: OwnListProps<T>) {
  if (query.data === undefined) return query.error ? <ErrorNotice error={query.error} onRetry={() => void query.refetch()} /> : <Waiting />
  if (query.data.data.length === 0) return <p className={styles.empty}>{empty}</p>
  return (
    <ul className={styles.list} aria-label={label}>
      {query.data.data.map(children)}
    </ul>
  )
}

interface OwnItemProps {
  name: string
  /** Beside the name. */
  mark?: string | undefined
  facts: string
  /** The button that ends it; absent where it cannot be ended here. */
  end?: { text: string; label: string; title: string; lead: string; busy: boolean; onEnd: () => void } | undefined
}

/** One session or one device. */
export function OwnItem({ name, mark, facts, end }: OwnItemProps) {
  return (
    <li className={styles.item}>
      <div className={styles.text}>
        <p>
          <strong>{name}</strong> {mark ? <span className={styles.mark}>{mark}</span> : null}
        </p>
        <p className={styles.facts}>{facts}</p>
      </div>
      {end ? (
        <ConfirmButton aria-label={end.label} title={end.title} lead={end.lead} confirm={end.text} busy={end.busy} onConfirm={end.onEnd}>
          {end.text}
        </ConfirmButton>
      ) : null}
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
