import type { AuditRow } from '@bantin/shared/audit'
import type { PolicyInput, PolicyOf, Settings, SettingsPatch } from '@bantin/shared/settings'
import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

const key = ['editorial', 'settings'] as const

/** What may be stricter than the site, by its part of the address. */
export type Kind = 'units' | 'categories'

/** How many people a publication needs, and where it needs more. */
export function settingsQuery() {
  return queryOptions({
    queryKey: key,
    queryFn: ({ client, signal }) => apiOf(client).get<Settings>('/editorial/settings', { signal }),
  })
}

/** Changes the site's policy as it was read. Fails with `version_stale` when someone else was faster. */
export function saveSettingsMutation() {
  return mutationOptions({
    mutationFn: ({ patch, version }: { patch: SettingsPatch; version: number }, { client }) =>
      apiOf(client).send<Settings>('PATCH', '/editorial/settings', { body: patch, version }),
    onSuccess: (answer, _request, _result, { client }) => client.setQueryData<Settings>(key, answer),
  })
}

/** What a unit or a category is to ask for; without a version it is read before: what is added stands on nothing that was shown. */
export interface PolicyChange {
  kind: Kind
  id: string
  name: string
  policy: PolicyInput['publishingPolicy']
  version?: number
}

/** Changes the policy of a unit or a category. Fails with `version_stale` when someone else was faster. */
export function savePolicyMutation() {
  return mutationOptions({
    mutationFn: async ({ kind, id, policy, version }: PolicyChange, { client }) => {
      const path = `/editorial/settings/${kind}/${id}`
      const standing = version ?? (await apiOf(client).get<PolicyOf>(path)).version
      return apiOf(client).send<PolicyOf>('PUT', path, { body: { publishingPolicy: policy }, version: standing })
    },
    onSuccess: (_answer, _request, _result, { client }) => client.invalidateQueries({ queryKey: key }),
  })
}

/** Who changed a policy last and when, if the audit log can be asked; of the site without an id. */
export async function readLastChange(client: QueryClient, entityId?: string): Promise<{ who: string; when: string } | null> {
  const query = { action: 'settings.change', limit: 1, ...(entityId ? { entityId } : { entity: 'site' }) }
  const answer = await apiOf(client)
    .get<PageOf<AuditRow>>('/editorial/audit', { query })
    .catch(() => null)
  const [row] = answer?.data ?? []
  return row ? { who: row.actor.name, when: row.at } : null
}
