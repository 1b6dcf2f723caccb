import type { AnalyticsSeries, Figures, PanelQuery, SeriesStep } from '@bantin/shared/analytics-panels'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { formatDate, formatNumber } from '../../lib/format.ts'
import { useFiguresText } from '../../lib/i18n/desk/use-figures-text.ts'
import type { FiguresWords } from '../../lib/i18n/desk/vi-figures.ts'
import { type Locale, useLocale } from '../../lib/i18n/locale.ts'
import { LineChart } from '../../ui/line-chart.tsx'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { isSinceBeginning, shownSeries } from './asked-figures.ts'
import { seriesQuery } from './figures.api.ts'
import styles from './figures.module.css'
import { FiguresTable } from './figures-table.tsx'
import { FiguresTotals } from './figures-totals.tsx'
import { Panel } from './panel.tsx'

type Figure = keyof Figures
const names: Figure[] = ['visits', 'views', 'readers']

/** How figures went over the days: the totals, a chart, and the same numbers as a table. */
export function SeriesPanel({ query }: { query: PanelQuery }) {
  const words = useFiguresText()
  const [figure, setFigure] = useState<Figure>('visits')
  return (
    <Panel name="timeseries" title={words.tabs.figures} query={query} found={useQuery(seriesQuery(query))} isEmpty={() => false}>
      {(series) => (
        <>
          <FiguresTotals series={series} isCompared={!isSinceBeginning(series)} />
          {shownSeries(series).data.length > 1 ? <Drawn series={series} figure={figure} onFigure={setFigure} /> : null}
          <Points series={shownSeries(series)} />
        </>
      )}
    </Panel>
  )
}

interface DrawnProps {
  series: AnalyticsSeries
  figure: Figure
  onFigure: (figure: Figure) => void
}

/** One of the figures as a chart: of a single point there is nothing to see. */
function Drawn({ series, figure, onFigure }: DrawnProps) {
  const words = useFiguresText()
  return (
    <>
      <div className={styles.figure}>
        <SelectField
          label={words.figure}
          value={figure}
          onValue={(value) => onFigure(value as Figure)}
          choices={names.map((value) => ({ value, label: words[value] }))}
        />
      </div>
      <Chart series={series} figure={figure} />
    </>
  )
}

function Chart({ series, figure }: Pick<DrawnProps, 'series' | 'figure'>) {
  const isCompared = !isSinceBeginning(series)
  const words = useFiguresText()
  const locale = useLocale()
  const formatValue = useCallback((value: number) => formatNumber(value, locale), [locale])
  const drawn = useMemo(() => {
    const { data, by, previous } = shownSeries(series)
    return {
      labels: data.map(({ at }) => shortAt(at, by)),
      values: data.map((point) => point[figure]),
      before: isCompared ? data.map((_, index) => previous.data[index]?.[figure] ?? 0) : [],
    }
  }, [series, figure, isCompared])
  return (
    <figure aria-label={words.chart(words[figure])}>
      <LineChart {...drawn} formatValue={formatValue} />
      {isCompared ? <figcaption className={styles.soft}>{words.chartBefore}</figcaption> : null}
    </figure>
  )
}

function Points({ series }: { series: AnalyticsSeries }) {
  const words = useFiguresText()
  const locale = useLocale()
  const rows = series.data.toReversed().map((point) => ({ key: point.at, name: longAt(point.at, series.by, words, locale), ...point }))
  return (
    <details className={styles.points}>
      <summary>{words.points}</summary>
      <ScrollBox label={words.pointsTable}>
        <FiguresTable column={words.at} rows={rows} />
      </ScrollBox>
    </details>
  )
}

/** What fits under a point. */
function shortAt(at: string, by: SeriesStep): string {
  const [year, month, day] = at.slice(0, 10).split('-')
  if (by === 'hour') return `${at.slice(11)}h`
  return by === 'month' ? `${month}/${year}` : `${day}/${month}`
}

function longAt(at: string, by: SeriesStep, words: FiguresWords, locale: Locale): string {
  if (by === 'hour') return words.hour(at.slice(11), formatDate(at, locale))
  if (by === 'month') return words.month(at.slice(5, 7), at.slice(0, 4))
  return by === 'week' ? words.week(formatDate(at, locale)) : formatDate(at, locale)
}
