import type { VisitDays } from '@bantin/shared/analytics'
import { formatDay, formatNumber, formatTime } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/locale.ts'
import { useStatisticsText } from '../../lib/i18n/site/use-statistics-text.ts'
import { ceilingOf } from './ceiling.ts'
import styles from './visit-chart.module.css'

/** How wide a day is, and its bar in it; the picture is stretched to its place. */
const wide = 20
const bar = 14
const tall = 100

/** The visits of each day as bars, today's apart, since it goes on. Those who do not see it have the table. */
export function VisitChart({ data, asOf }: VisitDays) {
  const words = useStatisticsText()
  const locale = useLocale()
  const said = (visits: number) => words.visits(visits, formatNumber(visits, locale))
  const most = data.reduce((highest, one) => (one.visits > highest.visits ? one : highest))
  const ceiling = ceilingOf(most.visits)
  const width = data.length * wide
  return (
    <div className={styles.chart}>
      <div className={styles.scale} aria-hidden="true">
        {[ceiling, ceiling / 2, 0].map((value) => (
          <span key={value}>{formatNumber(value, locale)}</span>
        ))}
      </div>
      <svg
        className={styles.plot}
        viewBox={`0 0 ${width} ${tall}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={words.chart(said(most.visits), formatDay(most.day, locale))}
      >
        {[0, tall / 2, tall].map((y) => (
          <line key={y} className={styles.line} x1="0" x2={width} y1={y} y2={y} />
        ))}
        {data.map(({ day, visits }, place) => {
          const height = (visits / ceiling) * tall
          const isToday = place === data.length - 1
          return (
            <g key={day}>
              <title>{`${formatDay(day, locale)}: ${said(visits)}`}</title>
              <rect className={styles.day} x={place * wide} y="0" width={wide} height={tall} />
              <rect
                className={isToday ? styles.today : styles.bar}
                x={place * wide + (wide - bar) / 2}
                y={tall - height}
                width={bar}
                height={height}
              />
            </g>
          )
        })}
      </svg>
      <div className={styles.days} aria-hidden="true">
        {[data[0], data[Math.floor(data.length / 2)], data.at(-1)].map((one) => (
          <span key={one?.day}>{one ? shortDay(one.day) : null}</span>
        ))}
      </div>
      <p className={styles.note}>{words.today(formatTime(asOf))}</p>
    </div>
  )
}

/** "23/11": in a row of days either way of writing is plain. */
function shortDay(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}`
}
