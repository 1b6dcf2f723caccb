import { useUnitText } from '../../../lib/i18n/desk/use-unit-text.ts'
import { type LineRow, layOut } from './time-line.ts'
import styles from './time-line-view.module.css'

/** Who held what, as bars over years. It says nothing that the table beside it does not say: whoever hears the page hears that. */
export function TimeLineView({ rows, today }: { rows: readonly LineRow[]; today: string }) {
  const words = useUnitText().timeLine
  const line = layOut(rows, today)
  if (!line) return null
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <strong>{words.title}.</strong> {words.hint}
      </figcaption>
      <div className={styles.line} aria-hidden="true">
        <div className={styles.years}>
          {line.years.map(({ year, at }) => (
            <span key={year} style={{ insetInlineStart: `${at}%` }}>
              {year}
            </span>
          ))}
        </div>
        {line.rows.map(({ id, name, bars }) => (
          <div key={id} className={styles.row}>
            <p className={styles.name}>{name}</p>
            <div className={styles.track}>
              <span className={styles.today} style={{ insetInlineStart: `${line.today}%` }} />
              {bars.map((bar) => (
                <span
                  key={bar.id}
                  title={bar.text}
                  className={[styles.bar, bar.tone === 'light' ? styles.light : '', bar.isOpen ? styles.open : ''].join(' ')}
                  style={{ insetInlineStart: `${bar.start}%`, width: `${bar.width}%` }}
                >
                  {bar.text}
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
    </figure>
  )
}
