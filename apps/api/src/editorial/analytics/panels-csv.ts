import type {
  AnalyticsSeries,
  ArticlesPanel,
  CountriesPanel,
  DroppedPanel,
  NamedPanel,
  ReferrersPanel,
} from '@bantin/shared/analytics-panels'
import { stringify } from 'csv-stringify/sync'
import { csvForSpreadsheets } from '../csv.ts'

function csvOf(columns: string[], rows: Record<string, unknown>[]): string {
  return stringify(rows, { ...csvForSpreadsheets, columns })
}

const figures = ['views', 'visits', 'readers']

/** A line for each point. */
export function seriesCsv({ data }: AnalyticsSeries): string {
  return csvOf(['at', ...figures], data)
}

/** A line for each article; the last one, without an id, is of all other pages. */
export function articlesCsv({ data }: ArticlesPanel): string {
  const rows = data.map(({ article, ...rest }) => ({ ...article, ...rest }))
  return csvOf(['id', 'title', 'url', 'publishedAt', ...figures], rows)
}

/** A line for each unit, author or category; one without an id is of what has none. */
export function namedCsv({ data }: NamedPanel): string {
  return csvOf(['id', 'name', ...figures], data)
}

/** A line for each host. */
export function referrersCsv({ data }: ReferrersPanel): string {
  return csvOf(['host', 'class', 'visits'], data)
}

/** A line for each country. */
export function countriesCsv({ data }: CountriesPanel): string {
  return csvOf(['country', 'visits'], data)
}

/** A line for each day and cause. */
export function droppedCsv({ data }: DroppedPanel): string {
  return csvOf(['day', 'cause', 'count'], data)
}
