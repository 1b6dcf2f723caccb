import { useQuery } from '@tanstack/react-query'
import { usePageView } from '../../features/analytics/use-page-view.ts'
import { VisitChart } from '../../features/analytics/visit-chart.tsx'
import { Counters } from '../../features/analytics/visit-counters.tsx'
import { visitDaysQuery } from '../../features/analytics/visit-days.api.ts'
import { VisitTable } from '../../features/analytics/visit-table.tsx'
import { useStatisticsText } from '../../lib/i18n/site/use-statistics-text.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { usePageHead } from '../use-page-head.ts'
import { PageHeading } from './page-heading.tsx'
import { PageWaiting } from './page-waiting.tsx'
import styles from './statistics-page.module.css'
import { TopArticles } from './top-articles.tsx'

/** Thống kê truy cập: the counters, the visits of the last thirty days as a chart and a table, and the most read articles. */
export function StatisticsPage({ path }: { path: string }) {
  const words = useStatisticsText()
  const { data: days, error, refetch } = useQuery(visitDaysQuery())
  usePageHead(words.title, path)
  usePageView(days !== undefined, path)
  if (!days) return <PageWaiting error={error} onRetry={() => void refetch()} />
  const isEmpty = days.data.every(({ visits }) => visits === 0)
  return (
    <>
      <PageHeading title={words.title}>
        <p>{words.about}</p>
      </PageHeading>
      <div className={styles.page}>
        <section aria-labelledby="now" className={styles.counters}>
          <h2 id="now">
            <VisuallyHidden>{words.now}</VisuallyHidden>
          </h2>
          <Counters />
        </section>
        <section aria-labelledby="days" className={styles.part}>
          <h2 id="days" className={styles.heading}>
            {words.days}
          </h2>
          {isEmpty ? <p>{words.none}</p> : <VisitChart {...days} />}
        </section>
        <div className={styles.columns}>
          {isEmpty ? null : <VisitTable data={days.data} />}
          <TopArticles />
        </div>
      </div>
    </>
  )
}
