import type { Alert, AlertPatch, NewAlert } from '@bantin/shared/alerts'
import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

const key = ['editorial', 'alerts'] as const

/** All alerts, newest first; of those that have ended the last ones. */
export function alertsQuery() {
  return queryOptions({
    queryKey: key,
    staleTime: 0,
    queryFn: async ({ client, signal }) => (await apiOf(client).get<PageOf<Alert>>('/editorial/alerts', { signal })).data,
  })
}

/** One alert as it stands, past every cache. */
export function readAlert(client: QueryClient, id: string): Promise<Alert> {
  return apiOf(client).get<Alert>(`/editorial/alerts/${id}`)
}

/** An alert and the version that a change stands on. */
export type HeldAlert = Pick<Alert, 'id' | 'version'>

export type SaveAlert = { alert: null; input: NewAlert } | { alert: HeldAlert; input: AlertPatch }

/** Puts an alert up, or changes one. */
export function saveAlertMutation() {
  return mutationOptions({
    mutationFn: ({ alert, input }: SaveAlert, { client }) =>
      alert === null
        ? apiOf(client).send<Alert>('POST', '/editorial/alerts', { body: input })
        : apiOf(client).send<Alert>('PATCH', `/editorial/alerts/${alert.id}`, { body: input, version: alert.version }),
    onSuccess: refresh,
  })
}

/** Takes an alert down now. */
export function endAlertMutation() {
  return mutationOptions({
    mutationFn: ({ id, version }: HeldAlert, { client }) =>
      apiOf(client).send<Alert>('POST', `/editorial/alerts/${id}/end`, { body: {}, version }),
    // Refused or done: what is shown is no more.
    onSettled: (_answer, _error, _request, _result, { client }) => refresh(_answer, _request, _result, { client }),
  })
}

function refresh(_answer: unknown, _request: unknown, _result: unknown, { client }: { client: QueryClient }): void {
  void client.invalidateQueries({ queryKey: key })
  void client.invalidateQueries({ queryKey: ['site'] })
}
