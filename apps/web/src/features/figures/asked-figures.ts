import type { AnalyticsSeries, PanelQuery } from '@bantin/shared/analytics-panels'
import { addDays } from '@bantin/shared/days'
import type { FiguresSearch, FilterName, Range } from './figures-search.ts'

const daysOf: Record<Exclude<Range, 'tat-ca' | 'tu-chon'>, number> = {
  'hom-nay': 1,
  '7-ngay': 7,
  '30-ngay': 30,
  '90-ngay': 90,
  '12-thang': 365,
}

export const parameters: Record<FilterName, 'unit' | 'author' | 'category'> = {
  'don-vi': 'unit',
  'tac-gia': 'author',
  'chuyen-muc': 'category',
}

/** No portal is older. */
const beginning = '2000-01-01'

/** Whether all days there are were asked for: there are none before to compare them with. */
export function isSinceBeginning({ from }: PanelQuery): boolean {
  return from === beginning
}

/** A series as it is shown: since the beginning it is from the first figures on; the API has nothing but zeros before. */
export function shownSeries(series: AnalyticsSeries): AnalyticsSeries {
  if (!isSinceBeginning(series)) return series
  const first = series.data.findIndex(({ views }) => views > 0)
  return { ...series, data: series.data.slice(first) }
}

/** What the API is asked for what the page shows. `today` is that of the site. */
export function askedFigures(search: FiguresSearch, today: string): PanelQuery {
  const filter = (Object.keys(parameters) as FilterName[]).find((name) => search[name])
  return { ...daysAsked(search, today), ...(filter ? { [parameters[filter]]: search[filter] } : {}) }
}

function daysAsked({ ky = '30-ngay', tu, den }: FiguresSearch, today: string): { from: string; to: string } {
  if (ky === 'tat-ca') return { from: beginning, to: today }
  if (ky !== 'tu-chon') return { from: addDays(today, 1 - daysOf[ky]), to: today }
  const to = den ?? today
  const from = tu ?? addDays(to, -29)
  return from <= to ? { from, to } : { from: to, to: from }
}
