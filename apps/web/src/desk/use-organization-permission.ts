import { can, type OrganizationAction } from '@bantin/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import { siteQuery } from '../features/site/site.api.ts'
import { useActor } from '../lib/use-session.ts'

/** Whether the signed-in person may do an action to what belongs to the unit with this path; null: to what stands at the root of the site. */
export function useOrganizationPermission(): (action: OrganizationAction, unitPath: string[] | null) => boolean {
  const actor = useActor()
  const { data: site } = useQuery(siteQuery())
  const root = site?.rootUnit ? [site.rootUnit.id] : []
  return (action, unitPath) => can(actor, action, { unitPath: unitPath ?? root })
}
