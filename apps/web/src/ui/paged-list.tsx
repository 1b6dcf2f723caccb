import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PageOf } from '../lib/page-of.ts'
import { Button } from './button.tsx'
import { ErrorNotice } from './error-notice.tsx'
import styles from './paged-list.module.css'
import { Loading, Skeleton } from './skeleton.tsx'

interface PagedListProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>
  words: { shown: (count: number) => string; more: string; loadingMore: string }
  /** What stands where there is nothing. */
  empty: ReactNode
  children: (items: T[]) => ReactNode
}

/** A list that is read page by page: its outline while it is loaded, its failure, its items, and the way to more. */
export function PagedList<T>({ query, words, empty, children }: PagedListProps<T>) {
  if (query.isPending) return <Outline />
  if (!query.data) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
  const items = query.data.pages.flatMap((page) => page.data)
  if (items.length === 0) return empty
  return (
    <>
      {children(items)}
      <div className={styles.more}>
        <p role="status">{words.shown(items.length)}</p>
        {query.hasNextPage ? (
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {query.isFetchingNextPage ? words.loadingMore : words.more}
          </Button>
        ) : null}
      </div>
      {query.isFetchNextPageError ? <ErrorNotice error={query.error} onRetry={() => void query.fetchNextPage()} /> : null}
    </>
  )
}

/** The outline of a list that is being loaded. */
export function Outline() {
  return (
    <Loading>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((line) => (
        <div key={line} className={styles.line}>
          <Skeleton width="long" />
          <Skeleton width="short" />
        </div>
      ))}
    </Loading>
  )
}
