import type { StateLabel } from '../article-state.ts'
import type { EditorialFilters } from '../editorial.api.ts'

/** The states to filter by, as they stand in the address: each with its label and what the API is asked. */
export const stateFilters = {
  'ban-nhap': { label: 'draft', ask: { workState: 'draft', publicState: 'none' } },
  'dang-dang': { label: 'published', ask: { publicState: 'published' } },
  'co-ban-sua': { label: 'revised', ask: { workState: 'draft', publicState: 'published' } },
  'tam-go': { label: 'held', ask: { publicState: 'held' } },
  'thu-hoi': { label: 'withdrawn', ask: { publicState: 'withdrawn' } },
} as const satisfies Record<string, { label: StateLabel; ask: EditorialFilters }>

export type StateFilter = keyof typeof stateFilters

/** The filters of the list, in the words of the address. */
export interface ListSearch {
  'trang-thai'?: StateFilter
  'don-vi'?: string
  'cua-toi'?: true
}

const unitId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What an address says about filters; what it says wrongly is left out, so that an old link still opens the list. */
export function readListSearch(raw: Record<string, unknown>): ListSearch {
  const state = raw['trang-thai']
  const unit = raw['don-vi']
  return {
    ...(typeof state === 'string' && Object.hasOwn(stateFilters, state) ? { 'trang-thai': state as StateFilter } : {}),
    ...(typeof unit === 'string' && unitId.test(unit) ? { 'don-vi': unit } : {}),
    ...(raw['cua-toi'] === true ? { 'cua-toi': true as const } : {}),
  }
}

/** What the API is asked for these filters. */
export function filtersOf(search: ListSearch): EditorialFilters {
  const state = search['trang-thai']
  const unit = search['don-vi']
  return { ...(state ? stateFilters[state].ask : {}), ...(unit ? { unitId: unit } : {}), ...(search['cua-toi'] ? { me: true } : {}) }
}
