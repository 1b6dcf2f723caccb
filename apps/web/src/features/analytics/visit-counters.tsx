import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { formatNumber } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useSiteText } from '../../lib/i18n/site/use-site-text.ts'
import { sitePaths } from '../../lib/paths.ts'
import { summaryQuery } from './analytics.api.ts'
import styles from './visit-counters.module.css'

/** Thống kê truy cập: the four public counters, and the way to more. */
export function VisitCounters() {
  const words = useSiteText().visits
  return (
    <section aria-labelledby="visits" className={styles.visits}>
      <h2 id="visits" className={styles.heading}>
        {words.heading}
      </h2>
      <Counters />
      <p>
        <Link className={styles.more} href={sitePaths(useLocale()).statistics}>
          {words.more}
        </Link>
      </p>
    </section>
  )
}

/** The four counters alone. */
export function Counters() {
  const words = useSiteText().visits
  const locale = useLocale()
  const { data } = useQuery(summaryQuery())
  const counters = [
    ['online', words.online],
    ['today', words.today],
    ['week', words.week],
    ['total', words.total],
  ] as const
  return (
    <dl className={styles.list}>
      {counters.map(([name, label]) => (
        <div key={name} className={styles.counter}>
          <dt>{label}</dt>
          <dd data-counter={name}>{data ? formatNumber(data[name], locale) : '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
