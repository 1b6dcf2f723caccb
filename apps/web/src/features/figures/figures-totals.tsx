import type { AnalyticsSeries } from '@bantin/shared/analytics-panels'
import { countDays } from '@bantin/shared/days'
import { formatMoment, formatNumber, formatPercent } from '../../lib/format.ts'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import styles from './figures.module.css'

interface FiguresTotalsProps {
  series: AnalyticsSeries
  isCompared: boolean
}

/** The three figures of the days, each beside that of as many days before. */
export function FiguresTotals({ series, isCompared }: FiguresTotalsProps) {
  const words = useFiguresText()
  const locale = useLocale()
  const days = countDays(series.from, series.to)
  return (
    <>
      <dl className={styles.totals}>
        {(['visits', 'views', 'readers'] as const).map((name) => (
          <div key={name} className={styles.total}>
            <dt>{words[name]}</dt>
            <dd className={styles.count}>{formatNumber(series.total[name], locale)}</dd>
            {isCompared ? (
              <dd className={styles.soft}>
                <Change now={series.total[name]} before={series.previous.total[name]} days={words.before(days)} />
              </dd>
            ) : null}
            <dd className={styles.soft}>{words.meaning[name]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.soft}>{series.asOf === null ? words.never : words.asOf(formatMoment(series.asOf, locale))}</p>
    </>
  )
}

function Change({ now, before, days }: { now: number; before: number; days: string }) {
  const words = useFiguresText()
  const locale = useLocale()
  if (before === 0) return words.nothingBefore(days)
  const change = now / before - 1
  const percent = formatPercent(Math.abs(change), locale)
  return Math.abs(change) < 0.005 ? words.noChange(days) : words.change(`${change < 0 ? '−' : '+'}${percent}`, days)
}
