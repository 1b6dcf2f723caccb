import type { SearchedWords, SearchesQuery } from '@bantin/shared/searches'
import type { Db } from '../../db/client.ts'
import { type Page, readPage } from '../../guarded/read-page.ts'
import { requireSitePermission } from '../../guarded/site-permission.ts'
import type { ActingPerson } from '../../lib/acting-person.ts'
import { type Cursors, listScope } from '../../lib/cursor.ts'
import { readDays } from '../asked-days.service.ts'
import { findSearches } from './searches.repository.ts'

/** What readers searched for, the most wanted first. Throws `forbidden`, `invalid_request`, `invalid_cursor`. */
export async function listSearches(db: Db, actor: ActingPerson, query: SearchesQuery, cursors: Cursors): Promise<Page<SearchedWords>> {
  const { id: siteId } = await requireSitePermission(db, actor, 'searches.read')
  const { from, to, nothingFound } = { ...query, ...(await readDays(db, query)) }
  return await readPage(
    { cursors, scope: listScope('editorial/searches', { from, to, nothingFound }), query },
    (after, limit) => findSearches(db, { siteId, from, to, nothingFound, after, limit }),
    ({ searches, words }) => [String(searches), words],
  )
}
