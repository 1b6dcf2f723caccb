import type { Unit, UnitCard } from '@bantin/shared/units'
import { queryOptions } from '@tanstack/react-query'
import { lookUp } from '../../lib/lookup.ts'
import type { PageOf } from '../../lib/page-of.ts'
import { apiOf } from '../../lib/query-client.ts'

/** A unit as a line of the tree. */
export type UnitLine = Pick<UnitCard, 'id' | 'slug' | 'name' | 'code' | 'kind' | 'parentId' | 'order'>

/** All active units, siblings in their order. */
export function unitsQuery() {
  return queryOptions({
    queryKey: ['units', 'list'],
    staleTime: 5 * 60_000,
    queryFn: async ({ client, signal }) => {
      const { data } = await apiOf(client).get<PageOf<UnitCard>>('/units', { signal })
      return data.map(({ id, slug, name, code, kind, parentId, order }): UnitLine => ({ id, slug, name, code, kind, parentId, order }))
    },
  })
}

/** One unit by its slug, as it is on a day: today without one. */
export function unitQuery(slug: string, asOf?: string) {
  return queryOptions({
    queryKey: ['units', 'one', slug, ...(asOf ? [asOf] : [])],
    queryFn: ({ client, signal }) => lookUp(apiOf(client).get<Unit>(`/units/${encodeURIComponent(slug)}`, { query: { asOf }, signal })),
  })
}
