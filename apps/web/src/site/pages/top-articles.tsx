import { useQuery } from '@tanstack/react-query'
import { ArticleTeaser } from '../../features/articles/article-teaser.tsx'
import { topArticlesQuery } from '../../features/articles/top-articles.api.ts'
import { useStatisticsText } from '../../lib/i18n/site/use-statistics-text.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FeedSkeleton } from './article-feed.tsx'
import styles from './top-articles.module.css'

/** Đọc nhiều: the articles with the most readers, in their order. */
export function TopArticles() {
  const words = useStatisticsText()
  const { data, error, refetch } = useQuery(topArticlesQuery())
  return (
    <section aria-labelledby="top" className={styles.top}>
      <h2 id="top" className={styles.heading}>
        {words.top}
      </h2>
      {!data && error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <FeedSkeleton /> : null}
      {data?.length === 0 ? <p>{words.topNone}</p> : null}
      {data && data.length > 0 ? (
        <ol className={styles.list}>
          {data.map((article, place) => (
            <li key={article.id} className={styles.item}>
              <span className={styles.place} aria-hidden="true">
                {place + 1}
              </span>
              <ArticleTeaser article={article} size="line" heading="h3" />
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}
