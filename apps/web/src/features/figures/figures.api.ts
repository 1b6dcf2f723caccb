import type {
  AnalyticsSeries,
  ArticlesPanel,
  CountriesPanel,
  DroppedPanel,
  NamedPanel,
  PanelQuery,
  ReferrersPanel,
} from '@bantin/shared/analytics-panels'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

/** How many rows a panel shows; its file has up to a thousand. */
const shown = 10
const inFile = 1000

export type NamedPanelName = 'units' | 'authors' | 'categories'
export type PanelName = NamedPanelName | 'timeseries' | 'articles' | 'referrers' | 'countries' | 'dropped'

/** Figures are made anew every five minutes. */
const staleTime = 60_000

function panelQuery<P>(name: PanelName, query: PanelQuery & { limit?: number }) {
  return queryOptions({
    queryKey: ['editorial', 'analytics', name, query],
    staleTime,
    queryFn: ({ client, signal }) => apiOf(client).get<P>(`/editorial/analytics/${name}`, { query, signal }),
  })
}

/** How figures went over the days, beside as many days before. */
export function seriesQuery(query: PanelQuery) {
  return panelQuery<AnalyticsSeries>('timeseries', query)
}

/** The most read articles. */
export function articlesQuery(query: PanelQuery) {
  return panelQuery<ArticlesPanel>('articles', { ...query, limit: shown })
}

/** What was read by unit, author or category. */
export function namedQuery(name: NamedPanelName, query: PanelQuery) {
  return panelQuery<NamedPanel>(name, { ...query, limit: shown })
}

/** Where visits came from. */
export function referrersQuery(query: PanelQuery) {
  return panelQuery<ReferrersPanel>('referrers', { ...query, limit: shown })
}

/** Which countries visits came from, whatever the filter. */
export function countriesQuery({ from, to }: PanelQuery) {
  return panelQuery<CountriesPanel>('countries', daysOnly({ from, to }))
}

/** What was sent and not counted. */
export function droppedQuery({ from, to }: PanelQuery) {
  return panelQuery<DroppedPanel>('dropped', daysOnly({ from, to }))
}

/** A panel as a CSV file. */
export function downloadPanel(client: QueryClient, name: PanelName, query: PanelQuery): Promise<Blob> {
  const isOfDays = name === 'countries' || name === 'dropped'
  const more = name === 'timeseries' ? query : isOfDays ? daysOnly(query) : { ...query, limit: inFile }
  return apiOf(client).download(`/editorial/analytics/${name}/csv`, { query: more })
}

function daysOnly({ from, to }: { from?: string | undefined; to?: string | undefined }): { from?: string; to?: string } {
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}
