import type { ListedReport, Report, ReportQuery, SavedReport } from '@bantin/shared/reports'
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Locale } from '../../lib/i18n/locale.ts'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

const saved = ['editorial', 'analytics', 'reports'] as const

/** The report of a period as it stands now. */
export function reportQuery(query: ReportQuery) {
  return queryOptions({
    queryKey: ['editorial', 'analytics', 'report', query],
    staleTime: 60_000,
    queryFn: ({ client, signal }) => apiOf(client).get<Report>('/editorial/analytics/report', { query, signal }),
  })
}

/** A report that was saved: it never changes. */
export function savedReportQuery(id: string) {
  return queryOptions({
    queryKey: [...saved, 'one', id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ client, signal }) => apiOf(client).get<SavedReport>(`/editorial/analytics/reports/${id}`, { signal }),
  })
}

/** Saved reports, the newest first, page by page. */
export function savedReportsQuery() {
  return infiniteQueryOptions({
    queryKey: [...saved, 'list'],
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<ListedReport>>('/editorial/analytics/reports', { query: { limit: 20, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** Saves the report of a period as it stands now. */
export function saveReportMutation() {
  return mutationOptions({
    mutationFn: (body: ReportQuery, { client }) => apiOf(client).send<SavedReport>('POST', '/editorial/analytics/reports', { body }),
    onSuccess: (_answer, _request, _result, { client }) => void client.invalidateQueries({ queryKey: [...saved, 'list'] }),
  })
}

/** A report as a workbook: of a period, or one that was saved. */
export function downloadReport(client: QueryClient, of: { query: ReportQuery } | { id: string }, locale: Locale): Promise<Blob> {
  if ('id' in of) return apiOf(client).download(`/editorial/analytics/reports/${of.id}/xlsx`, { query: { locale } })
  return apiOf(client).download('/editorial/analytics/report/xlsx', { query: { ...of.query, locale } })
}
