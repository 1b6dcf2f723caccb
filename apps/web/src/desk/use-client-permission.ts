import { type ClientAction, can } from '@bantin/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import { siteQuery } from '../features/site/site.api.ts'
import { useActor } from '../lib/use-session.ts'

/** Whether the signed-in person may do an action to a portal with this path; null: to one that takes over the news of the whole site. */
export function useClientPermission(): (action: ClientAction, unitPath: string[] | null) => boolean {
  const actor = useActor()
  const { data: site } = useQuery(siteQuery())
  const root = site?.rootUnit ? [site.rootUnit.id] : []
  return (action, unitPath) => can(actor, action, { unitPath: unitPath ?? root })
}

/** Whether there is a portal at all to which the person may do it: over the whole site or over a unit. Which ones, the API says. */
export function useAnyClientPermission(): (action: ClientAction) => boolean {
  const { userId, grants } = useActor()
  return (action) =>
    grants.some((grant) => can({ userId, grants: [grant] }, action, { unitPath: grant.unitId === null ? [] : [grant.unitId] }))
}
