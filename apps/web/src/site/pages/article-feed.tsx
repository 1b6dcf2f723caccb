import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ArticleTeaser } from '../../features/articles/article-teaser.tsx'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { listPath } from '../../lib/paths.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { type ListFilter, listArticles } from '../page-queries.ts'
import styles from './article-feed.module.css'

export interface ArticleFeedProps {
  filter: ListFilter
  after: string | undefined
  path: string
  heading: 'h2' | 'h3'
  withCategory?: boolean
}

/** One page of a list of articles, newest first, with the way to the older ones. */
export function ArticleFeed({ filter, after, path, heading, withCategory = true }: ArticleFeedProps) {
  const words = useSiteText().lists
  const { data, error, refetch } = useQuery(listArticles(filter, after))
  return (
    <div className={styles.feed}>
      {!data && error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <FeedSkeleton /> : null}
      {data?.articles.length === 0 ? <p className={styles.empty}>{words.empty}</p> : null}
      <ul className={styles.list}>
        {data?.articles.map((article) => (
          <li key={article.id} className={styles.item}>
            <ArticleTeaser article={article} size="row" heading={heading} withCategory={withCategory} withSapo />
          </li>
        ))}
      </ul>
      {after || data?.next ? (
        <nav aria-label={words.paging} className={styles.pager}>
          {after ? <Link href={path}>{words.newest}</Link> : null}
          {data?.next ? (
            <Link href={listPath(path, data.next)} rel="next">
              {words.older}
            </Link>
          ) : null}
        </nav>
      ) : null}
    </div>
  )
}

/** The outline of a list that is on its way. */
export function FeedSkeleton() {
  return (
    <Loading>
      {['a', 'b', 'c', 'd', 'e'].map((key) => (
        <div key={key} className={styles.item}>
          <Skeleton width="short" />
          <Skeleton shape="title" width="long" />
          <Skeleton />
        </div>
      ))}
    </Loading>
  )
}
