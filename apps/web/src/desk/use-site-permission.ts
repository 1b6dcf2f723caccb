import { can, type SiteAction } from '@bantin/shared/permissions'
import { useQuery } from '@tanstack/react-query'
import { siteQuery } from '../features/site/site.api.ts'
import { useActor } from '../lib/use-session.ts'

/**
 * Whether the signed-in person may do an action on the site: with a role over all of it, or over its root unit. Undefined while it
 * depends on the root unit and that is not known yet.
 */
export function useSitePermission(): (action: SiteAction) => boolean | undefined {
  const actor = useActor()
  const { data: site, isError } = useQuery(siteQuery())
  const unitPath = site?.rootUnit ? [site.rootUnit.id] : []
  return (action) => can(actor, action, { unitPath }) || (site || isError ? false : undefined)
}
