import type { MissingPaths, MissingPathsQuery } from '@bantin/shared/missing-paths'
import { defaultLimit } from '@bantin/shared/pagination'
import type { Db } from '../../db/client.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { readDays } from '../asked-days.service.ts'
import { findMissingPaths } from './missing-paths.repository.ts'

/** What readers asked for and did not find, the most wanted first. Throws `forbidden`, `invalid_request`. */
export async function listMissingPaths(db: Db, actor: ActingPerson, query: MissingPathsQuery): Promise<MissingPaths> {
  const { id: siteId } = await requireSitePermission(db, actor, 'redirects.read')
  const { from, to } = await readDays(db, query)
  return { from, to, data: await findMissingPaths(db, { siteId, from, to, limit: query.limit ?? defaultLimit }) }
}
