import { defaultLimit } from '@bantin/shared/pagination'
import type { Cursors } from '../lib/cursor.ts'

/** As `page` of packages/shared/src/pagination.ts. */
export interface Page<T> {
  data: T[]
  page: { next: string | null }
}

interface PageRequest {
  cursors: Cursors
  /** What its cursors are good for, as `listScope` says it. */
  scope: string
  query: { cursor?: string; limit?: number }
}

/**
 * A page of a list. `find` gives the rows behind `after`, where the page before ended, and is asked for one more than is shown: whether
 * there is a next page. `positionOf` is where a row stands. Throws `invalid_cursor`.
 */
export async function readPage<T>(
  { cursors, scope, query: { cursor, limit = defaultLimit } }: PageRequest,
  find: (after: string[] | undefined, limit: number) => Promise<T[]>,
  positionOf: (row: T) => string[],
): Promise<Page<T>> {
  const after = cursor === undefined ? undefined : cursors.open(scope, cursor)
  const found = await find(after, limit + 1)
  const last = found.length > limit ? found[limit - 1] : undefined
  return { data: found.slice(0, limit), page: { next: last ? cursors.seal(scope, positionOf(last)) : null } }
}
