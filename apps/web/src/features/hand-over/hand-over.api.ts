import type { HandOverInput, HandOverResult, HandOverSheet } from '@bantin/shared/hand-over'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

/** What a person has under way. Asked anew whenever the sheet is opened: it is decided about what stands. */
export function sheetQuery(userId: string) {
  return queryOptions({
    queryKey: ['editorial', 'hand-over', userId],
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    queryFn: ({ client, signal }) => apiOf(client).get<HandOverSheet>(`/editorial/users/${userId}/hand-over`, { signal }),
  })
}

interface HandOverRequest {
  userId: string
  version: number
  input: HandOverInput
}

/** Does all of it or nothing. Fails with `version_stale`, `last_administrator`, or 422 when the successor lacks a role. */
export function handOverMutation() {
  return mutationOptions({
    mutationFn: ({ userId, version, input }: HandOverRequest, { client }) =>
      apiOf(client).send<HandOverResult>('POST', `/editorial/users/${userId}/hand-over`, { body: input, version }),
    // Users, articles and their links are not what they were. Not waited for: the receipt is shown at once.
    onSuccess: (_answer, _request, _result, { client }) => {
      void client.invalidateQueries({ queryKey: ['editorial'] })
    },
  })
}
