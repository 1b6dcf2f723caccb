import type { AwardPatch, EditorialAward, NewAward } from '@bantin/shared/editorial-emulation'
import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../../lib/page-of.ts'
import { apiOf } from '../../../lib/query-client.ts'
import { forgetOrganization, organizationKey } from '../forget-organization.ts'

/** The commendations for a bloc's year. */
export function awardsQuery(blocId: string, year: number) {
  return queryOptions({
    queryKey: [...organizationKey, 'awards', blocId, year],
    staleTime: 0,
    queryFn: async ({ client, signal }) =>
      (await apiOf(client).get<PageOf<EditorialAward>>(`/editorial/blocs/${blocId}/awards`, { query: { year }, signal })).data,
  })
}

/** One is added, changed, decided or revoked. Fails with `version_stale`, with `conflict` that names the rule it would break. */
export function saveAwardMutation() {
  return mutationOptions({
    mutationFn: (request: { blocId: string; input: NewAward } | { award: EditorialAward; patch: AwardPatch }, { client }) =>
      'award' in request
        ? apiOf(client).send<EditorialAward>('PATCH', `/editorial/awards/${request.award.id}`, {
            body: request.patch,
            version: request.award.version,
          })
        : apiOf(client).send<EditorialAward>('POST', `/editorial/blocs/${request.blocId}/awards`, { body: request.input }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}

/** Deletes what was only proposed; else fails with `conflict`. */
export function removeAwardMutation() {
  return mutationOptions({
    mutationFn: ({ id, version }: EditorialAward, { client }) =>
      apiOf(client).send<undefined>('DELETE', `/editorial/awards/${id}`, { version }),
    onSuccess: (_answer, _request, _result, { client }) => forgetOrganization(client),
  })
}
