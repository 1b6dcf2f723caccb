import type { MissingPaths, MissingPathsQuery } from '@bantin/shared/missing-paths'
import { defaultLimit } from '@bantin/shared/pagination'
import type { Db } from '../../db/client.ts'
import { fieldProblem } from '../../errors.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { findDays, findMissingPaths } from './missing-paths.repository.ts'

/** What readers asked for and did not find, the most wanted first. Throws `forbidden`, `invalid_request`. */
export async function listMissingPaths(db: Db, actor: ActingPerson, query: MissingPathsQuery): Promise<MissingPaths> {
  const { id: siteId } = await requireSitePermission(db, actor, 'redirects.read')
  const lastThirty = await findDays(db, query.to, 29)
  const { from, to } = { ...lastThirty, ...(query.from && { from: query.from }) }
  if (from > to) throw fieldProblem('invalid_request', { in: 'query', name: 'from', code: 'order', message: `It is after ${to}.` })
  return { from, to, data: await findMissingPaths(db, { siteId, from, to, limit: query.limit ?? defaultLimit }) }
}
