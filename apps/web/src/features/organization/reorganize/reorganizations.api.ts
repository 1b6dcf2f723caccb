import type { CarriedOutReorganization, Reorganization, ReorganizationEffects } from '@bantin/shared/reorganizations'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../../lib/page-of.ts'
import { apiOf } from '../../../lib/query-client.ts'
import { forgetOrganization, organizationKey } from '../forget-organization.ts'

/** What a plan would do; nothing is kept. It is asked anew for each showing, and not by itself. Fails with `conflict` that names the rule it would break. */
export function trialQuery(plan: Reorganization) {
  return queryOptions({
    queryKey: ['editorial', 'reorganization-trial', plan],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    queryFn: ({ client }) =>
      apiOf(client).send<ReorganizationEffects>('POST', '/editorial/units/reorganize', { body: plan, query: { dryRun: true } }),
  })
}

/** Does it; sent once more with its key it is not done again. Fails as the trial does. */
export function reorganizeMutation() {
  return mutationOptions({
    mutationFn: ({ plan, key }: { plan: Reorganization; key: string }, { client }) =>
      apiOf(client).send<ReorganizationEffects>('POST', '/editorial/units/reorganize', { body: plan, headers: { 'idempotency-key': key } }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}

/** Those that were carried out, newest first. */
export function carriedOutQuery() {
  return queryOptions({
    queryKey: [...organizationKey, 'reorganizations'],
    staleTime: 0,
    queryFn: async ({ client, signal }) =>
      (await apiOf(client).get<PageOf<CarriedOutReorganization>>('/editorial/reorganizations', { signal })).data,
  })
}

/** Takes the last one back. Fails with `conflict` when something was built on it. */
export function undoMutation() {
  return mutationOptions({
    mutationFn: (id: string, { client }) => apiOf(client).send<undefined>('POST', `/editorial/reorganizations/${id}/undo`, { body: {} }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}
