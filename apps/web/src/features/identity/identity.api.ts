import type { SiteIdentity, SiteIdentityPatch } from '@bantin/shared/site-identity'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { apiOf } from '../../lib/query-client.ts'

const key = ['editorial', 'site'] as const

/** Who publishes the portal, as it is set. */
export function identityQuery() {
  return queryOptions({
    queryKey: key,
    queryFn: ({ client, signal }) => apiOf(client).get<SiteIdentity>('/editorial/site', { signal }),
  })
}

/** Changes it over what was read. Fails with `version_stale` when someone else was faster. */
export function saveIdentityMutation() {
  return mutationOptions({
    mutationFn: ({ patch, version }: { patch: SiteIdentityPatch; version: number }, { client }) =>
      apiOf(client).send<SiteIdentity>('PATCH', '/editorial/site', { body: patch, version }),
    onSuccess: (answer, _request, _result, { client }) => {
      client.setQueryData<SiteIdentity>(key, answer)
      void client.invalidateQueries({ queryKey: ['site'] })
    },
  })
}
