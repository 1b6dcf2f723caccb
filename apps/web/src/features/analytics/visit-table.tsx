import type { VisitDays } from '@bantin/shared/analytics'
import { formatDay, formatNumber } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useStatisticsText } from '../../lib/i18n/site/use-statistics-text.ts'
import styles from './visit-table.module.css'

/** The numbers of the chart, the newest first, and what they add up to. */
export function VisitTable({ data }: Pick<VisitDays, 'data'>) {
  const words = useStatisticsText()
  const locale = useLocale()
  const sum = data.reduce((total, { visits }) => total + visits, 0)
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {[...data].reverse().map(({ day, visits }, age) => (
          <tr key={day}>
            <th scope="row">
              <time dateTime={day}>{formatDay(day, locale)}</time>{' '}
              {age === 0 ? <span className={styles.whole}>({words.soFar})</span> : null}
            </th>
            <td>{formatNumber(visits, locale)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.sum}</th>
          <td>{formatNumber(sum, locale)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
