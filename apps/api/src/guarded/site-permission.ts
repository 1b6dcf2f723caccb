import { type Actor, can, type OrganizationAction, type SiteAction } from '@bantin/shared/permissions'
import type { Db } from '../db/client.ts'
import { findSite, type SiteRow } from '../db/find-site.ts'
import { ProblemError } from '../errors.ts'

/** The site, when the actor may do the action on it: with a role over its root unit, or over all. Throws `forbidden`. */
export async function requireSitePermission(db: Db, actor: Actor, action: SiteAction | OrganizationAction): Promise<SiteRow> {
  const site = await findSite(db)
  if (!can(actor, action, { unitPath: pathOfSite(site) })) throw new ProblemError('forbidden')
  return site
}

/** What permission over the whole site depends on. */
export function pathOfSite({ rootUnitId }: Pick<SiteRow, 'rootUnitId'>): string[] {
  return rootUnitId === null ? [] : [rootUnitId]
}
