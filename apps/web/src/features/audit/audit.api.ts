import type { AuditQuery, AuditRow } from '@bantin/shared/audit'
import type { Person } from '@bantin/shared/editorial-articles'
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

export type AuditFilters = Omit<AuditQuery, 'limit' | 'cursor'>

/** Who did what, newest first, page by page. */
export function auditQuery(filters: AuditFilters) {
  return infiniteQueryOptions({
    queryKey: ['editorial', 'audit', 'rows', filters],
    // It grows all day: whoever comes back to it sees what is new.
    staleTime: 0,
    queryFn: ({ client, signal, pageParam }) =>
      apiOf(client).get<PageOf<AuditRow>>('/editorial/audit', { query: { ...filters, limit: 50, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.page.next ?? undefined,
  })
}

/** Whose deeds can be asked for, by name. */
export function auditPeopleQuery() {
  return queryOptions({
    queryKey: ['editorial', 'audit', 'people'],
    staleTime: 5 * 60_000,
    queryFn: async ({ client, signal }) => (await apiOf(client).get<{ data: Person[] }>('/editorial/audit/people', { signal })).data,
  })
}

/** The rows as a CSV file; with `before` those older than the row with this id. */
export function downloadAudit(client: QueryClient, query: AuditFilters & { before?: number }, signal: AbortSignal): Promise<Blob> {
  return apiOf(client).download('/editorial/audit/export', { query, signal })
}
